package com.guncai.backoffice.sandbox.aliyun;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text message as it arrived on a phone.
 *
 * @param phone 11 digits
 * @param template the template's code
 * @param params the template's variables
 * @param outId the sender's own reference, echoed in reports
 */
public record Sms(
        String phone,
        String signName,
        String template,
        Map<String, String> params,
        Instant at,
        String bizId,
        @Nullable String outId) {}
