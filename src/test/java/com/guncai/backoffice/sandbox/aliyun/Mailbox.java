package com.guncai.backoffice.sandbox.aliyun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The phones text messages arrive on, and the delivery report of each a second later. */
public final class Mailbox {
    private static final int DELIVERED_AFTER_MILLIS = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SandboxClock.ZONE);

    private final List<Sms> arrived = new ArrayList<>();
    private final Set<String> delivered = new HashSet<>();
    private final ScheduledExecutorService timer;
    private final Reports reports;

    public Mailbox(ScheduledExecutorService timer, Reports reports) {
        this.timer = timer;
        this.reports = reports;
    }

    /** Newest first. */
    public synchronized List<Sms> arrived(@Nullable String phone) {
        var found = new ArrayList<>(arrived);
        if (phone != null) found.removeIf(sms -> !sms.phone().equals(phone));
        Collections.reverse(found);
        return found;
    }

    public synchronized void clear() {
        arrived.clear();
    }

    synchronized void deliver(Sms sms) {
        arrived.add(sms);
        timer.schedule(() -> report(sms), DELIVERED_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @param day {@code yyyyMMdd} in Asia/Shanghai */
    List<Sms> sentOn(String phone, String day, String bizId) {
        return arrived(phone).stream()
                .filter(sms -> DateTimeFormatter.BASIC_ISO_DATE
                        .format(sms.at().atZone(SandboxClock.ZONE).toLocalDate())
                        .equals(day))
                .filter(sms -> bizId.isEmpty() || sms.bizId().equals(bizId))
                .toList();
    }

    /** The message as QuerySendDetails answers it: 1 on its way, 3 delivered. */
    synchronized ObjectNode detail(Sms sms) {
        var there = delivered.contains(sms.bizId());
        var json = Json.object()
                .put("PhoneNum", sms.phone())
                .put("SendStatus", there ? 3 : 1)
                .put("ErrCode", there ? "DELIVERED" : "")
                .put("TemplateCode", sms.template())
                .put(
                        "Content",
                        "【" + sms.signName() + "】"
                                + String.join(" ", sms.params().values()))
                .put("SendDate", TIME.format(sms.at()));
        if (there) json.put("ReceiveDate", TIME.format(sms.at().plusSeconds(1)));
        if (sms.outId() != null) json.put("OutId", sms.outId());
        return json;
    }

    /** Takes over what arrived in an earlier sandbox; oldest first. */
    public synchronized void restore(List<Sms> saved) {
        arrived.addAll(saved);
        saved.forEach(sms -> delivered.add(sms.bizId()));
    }

    private void report(Sms sms) {
        synchronized (this) {
            delivered.add(sms.bizId());
        }
        var array = Json.MAPPER.createArrayNode();
        array.addObject()
                .put("phone_number", sms.phone())
                .put("send_time", TIME.format(sms.at()))
                .put("report_time", TIME.format(reportTime(sms)))
                .put("success", true)
                .put("err_code", "DELIVERED")
                .put("err_msg", "用户接收成功")
                .put("sms_size", "1")
                .put("biz_id", sms.bizId())
                .put("out_id", sms.outId() == null ? "" : sms.outId());
        reports.post(Json.write(array).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static Instant reportTime(Sms sms) {
        return sms.at().plusSeconds(1);
    }

    /** How a delivery report reaches the application. */
    public interface Reports {
        void post(byte[] body, Map<String, String> headers);
    }
}
