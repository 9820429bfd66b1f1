package com.guncai.backoffice.notification;

import com.guncai.backoffice.notification.SmsSender.Outcome;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What to do about each error code of Aliyun SMS. Codes are listed at help.aliyun.com/document_detail/101346.html; one
 * that is not known here is final, so that people see it.
 */
final class SmsCodes {
    private static final Map<String, Function<String, Outcome>> MEANING = Map.ofEntries(
            Map.entry("ServiceUnavailable", Outcome.TryLater::new),
            Map.entry("SignatureNonceUsed", Outcome.TryLater::new),
            Map.entry("isp.SYSTEM_ERROR", Outcome.TryLater::new),
            Map.entry("isp.GATEWAY_ERROR", Outcome.TryLater::new),
            // per minute, hour or day and number; the job's back-off grows beyond a day's limit
            Map.entry("isv.BUSINESS_LIMIT_CONTROL", Outcome.TryLater::new),
            Map.entry("isv.DAY_LIMIT_CONTROL", Outcome.QueueStopped::new),
            Map.entry("isv.MONTH_LIMIT_CONTROL", Outcome.QueueStopped::new),
            Map.entry("isv.OUT_OF_SERVICE", Outcome.QueueStopped::new),
            Map.entry("isv.AMOUNT_NOT_ENOUGH", Outcome.QueueStopped::new),
            Map.entry("isv.ACCOUNT_ABNORMAL", Outcome.QueueStopped::new),
            Map.entry("isv.MOBILE_NUMBER_ILLEGAL", Outcome.Refused::new),
            Map.entry("isv.SMS_TEMPLATE_ILLEGAL", Outcome.Refused::new),
            Map.entry("isv.SMS_SIGNATURE_ILLEGAL", Outcome.Refused::new),
            Map.entry("isv.SMS_CONTENT_ILLEGAL", Outcome.Refused::new),
            Map.entry("isv.PARAM_LENGTH_LIMIT", Outcome.Refused::new),
            Map.entry("isv.PARAM_NOT_SUPPORT_URL", Outcome.Refused::new),
            Map.entry("isv.TEMPLATE_PARAMS_ILLEGAL", Outcome.Refused::new),
            Map.entry("isv.TEMPLATE_MISSING_PARAMETERS", Outcome.Refused::new),
            Map.entry("isp.RAM_PERMISSION_DENY", Outcome.Refused::new));

    /** Final for one number, and no reason to doubt the next. */
    private static final Set<String> OF_ONE_NUMBER = Set.of(
            "isv.MOBILE_NUMBER_ILLEGAL", "isv.BLACK_KEY_CONTROL_LIMIT", "MOBILE_IN_BLACK", "MOBILE_NOT_ON_SERVICE");

    /** Final for whoever the message is sent to, until people have mended it. */
    private static final Set<String> OF_THE_MESSAGE = Set.of(
            "isv.SMS_TEMPLATE_ILLEGAL",
            "isv.TEMPLATE_MISSING_PARAMETERS",
            "isv.SMS_SIGNATURE_ILLEGAL",
            "isp.RAM_PERMISSION_DENY");

    private SmsCodes() {}

    /** Whether another number may do better. */
    static boolean concernsTheNumber(String code) {
        return OF_ONE_NUMBER.contains(code);
    }

    /** Whether every number would hear the same refusal. */
    static boolean refusesEverybody(String code) {
        return OF_THE_MESSAGE.contains(code);
    }

    /** Whether every number would hear the same just now. */
    static boolean concernsEverybody(String code) {
        return code.equals(SmsChannel.QUEUE_STOPPED)
                || code.startsWith("Throttling")
                || outcome(code) instanceof Outcome.QueueStopped;
    }

    /** The outcome behind a code that is not {@code OK}. */
    static Outcome outcome(String code) {
        if (code.equals("Throttling") || code.startsWith("Throttling.")) {
            return new Outcome.TryLater(code);
        }
        return MEANING.getOrDefault(code, Outcome.Refused::new).apply(code);
    }

    /** As above, for an error of the HTTP layer: what broke down inside the provider may yet have been sent. */
    static Outcome outcome(int status, String code) {
        var outcome = outcome(code);
        return status >= 500 && !MEANING.containsKey(code) && outcome instanceof Outcome.Refused
                ? new Outcome.Unknown(code)
                : outcome;
    }
}
