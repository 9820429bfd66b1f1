package com.guncai.backoffice.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.notification.MessageRepository.Taken;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what Aliyun reports of results. Reports come unsigned, repeated and out of order: only the first about a message we sent counts. */
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
        var sent = sent(reports);
        for (var report : reports) {
            var known = sent.getOrDefault(String.valueOf(report.bizId()), List.of());
            if (known.isEmpty()) {
                metrics.reported("unknown");
            }
            known.forEach(message -> record(message, report));
        }
    }

    /** By Aliyun's number, the messages that any of the reports is about. */
    private Map<String, List<Message>> sent(List<Report> reports) {
        var bizIds = reports.stream()
                .map(Report::bizId)
                .filter(bizId -> bizId != null && !bizId.isBlank())
                .collect(toSet());
        return messages.findByBizIdIn(bizIds).stream()
                .collect(groupingBy(Taken::bizId, mapping(Taken::message, toList())));
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
