package com.guncai.backoffice.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what Aliyun reports of deliveries. Reports come unsigned, repeated and out of order: only the first about a message we sent counts. */
@Service
class SmsReports {
    private static final Logger log = LoggerFactory.getLogger(SmsReports.class);

    private final MessageRepository messages;
    private final MessageMetrics metrics;
    private final Clock clock;

    SmsReports(MessageRepository messages, MessageMetrics metrics, Clock clock) {
        this.messages = messages;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Transactional
    void record(List<Report> reports) {
        for (var report : reports) {
            var bizId = report.bizId();
            var known = bizId == null || bizId.isBlank() ? List.<Message>of() : messages.findByBizId(bizId);
            if (known.isEmpty()) {
                metrics.reported("unknown");
            }
            known.forEach(message -> record(message, report));
        }
    }

    private void record(Message message, Report report) {
        var code = report.errCode();
        if (message.reported(report.success(), code, BusinessTime.now(clock))) {
            log.info("{} of order {} reported: {}", message.template(), message.orderNo(), message.status());
            metrics.reported(report.success() ? "delivered" : "failed");
        }
    }

    /** One entry of Aliyun's array (document_detail/101867); the phone number in it is left unread. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Report(
            @JsonProperty("biz_id") @Nullable String bizId,
            boolean success,
            @JsonProperty("err_code") @Nullable String errCode) {}
}
