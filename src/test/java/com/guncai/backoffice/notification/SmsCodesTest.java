package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.notification.SmsSender.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsCodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Throttling",
                "Throttling.User",
                "Throttling.Api",
                "ServiceUnavailable",
                "SignatureNonceUsed",
                "isp.SYSTEM_ERROR",
                "isp.GATEWAY_ERROR",
                "isv.BUSINESS_LIMIT_CONTROL"
            })
    void passes(String code) {
        assertThat(SmsCodes.outcome(code)).isEqualTo(new Outcome.TryLater(code));
        assertThat(SmsCodes.outcome(503, code)).isEqualTo(new Outcome.TryLater(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isv.DAY_LIMIT_CONTROL",
                "isv.MONTH_LIMIT_CONTROL",
                "isv.OUT_OF_SERVICE",
                "isv.AMOUNT_NOT_ENOUGH",
                "isv.ACCOUNT_ABNORMAL"
            })
    void stopsTheQueue(String code) {
        assertThat(SmsCodes.outcome(code)).isEqualTo(new Outcome.QueueStopped(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isv.MOBILE_NUMBER_ILLEGAL",
                "isv.SMS_TEMPLATE_ILLEGAL",
                "isv.SMS_SIGNATURE_ILLEGAL",
                "isv.SMS_CONTENT_ILLEGAL",
                "isv.PARAM_LENGTH_LIMIT",
                "isv.PARAM_NOT_SUPPORT_URL",
                "isv.TEMPLATE_PARAMS_ILLEGAL",
                "isv.TEMPLATE_MISSING_PARAMETERS",
                "isp.RAM_PERMISSION_DENY",
                "ThrottlingLookalike",
                "isv.NEVER_HEARD_OF"
            })
    void isFinal(String code) {
        assertThat(SmsCodes.outcome(code)).isEqualTo(new Outcome.Refused(code));
        assertThat(SmsCodes.outcome(400, code)).isEqualTo(new Outcome.Refused(code));
    }

    @Test
    void aBreakdownInsideTheProviderLeavesItUnknown() {
        assertThat(SmsCodes.outcome(500, "InternalError")).isEqualTo(new Outcome.Unknown("InternalError"));
        assertThat(SmsCodes.outcome(500, "isp.RAM_PERMISSION_DENY")).isInstanceOf(Outcome.Refused.class);
    }
}
