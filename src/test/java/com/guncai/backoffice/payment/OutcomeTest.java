package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    @Test
    void anyOtherCodeIsFinal() {
        assertThat(Outcome.failed("PARAM_ERROR")).isEqualTo(new Outcome.Refused<>("PARAM_ERROR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYSTEM_ERROR", "SYSTEMERROR", "FREQUENCY_LIMITED", "FREQUENCY_LIMIT_EXCEED"})
    void aBusySystemIsAskedAgain(String code) {
        assertThat(Outcome.failed(code)).isEqualTo(new Outcome.Later<>(code));
    }

    @Test
    void withoutACodeNobodyKnows() {
        assertThat(Outcome.failed(null)).isEqualTo(new Outcome.Unknown<>());
        assertThat(Outcome.failed("")).isEqualTo(new Outcome.Unknown<>());
    }

    @Test
    void aCodeIsTheSameWithAndWithoutUnderscores() {
        assertThat(new Outcome.Refused<>("ORDER_NOT_EXIST").is("ORDERNOTEXIST")).isTrue();
        assertThat(new Outcome.Refused<>("ORDERNOTEXIST").is("ORDER_NOT_EXIST")).isTrue();
        assertThat(new Outcome.Refused<>("ORDERPAID").is("ORDERCLOSED")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {10060002, 10060003, 10060023})
    void shippingThatWentThroughBeforeIsDone(int code) {
        assertThat(ShippingUpload.outcome(code, "1")).isEqualTo(new Outcome.Done<>("1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10060001, 10060012, 45009, 40001})
    void shippingOfAPaymentThatWeChatDoesNotKnowYetIsAskedAgain(int code) {
        assertThat(ShippingUpload.outcome(code, "1")).isEqualTo(new Outcome.Later<>(String.valueOf(code)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10060005, 10060031, 268485216, 48001})
    void shippingThatIsWrongIsRefused(int code) {
        assertThat(ShippingUpload.outcome(code, "1")).isEqualTo(new Outcome.Refused<>(String.valueOf(code)));
    }
}
