package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.payment.Transaction.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Transaction AGREED =
            new Transaction("wxapp", "1900000001", "20261124", "SUCCESS", "JSAPI", "CNY", 9900L, "4200001", NOON);

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, PAID",
        "NOTPAY, OPEN",
        "USERPAYING, OPEN",
        "PAYERROR, OPEN",
        "SOMETHING_NEW, OPEN",
        "CLOSED, ENDED",
        "REVOKED, ENDED",
        "REFUND, REFUNDED"
    })
    void eachStateHasAMeaning(String state, Standing standing) {
        assertThat(with("state", state).standing()).isEqualTo(standing);
    }

    @Test
    void theWholePriceForThatOrderToUsIsAPayment() {
        assertThat(AGREED.mismatch(order(), "wxapp", "1900000001")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "appId, wxother, APP_ID",
        "merchantId, 1900000002, MERCHANT",
        "orderNo, 20261125, ORDER_NO",
        "state, NOTPAY, STATE",
        "type, NATIVE, TRADE_TYPE",
        "currency, USD, CURRENCY",
        "totalFen, 9899, AMOUNT",
        "totalFen, 9901, AMOUNT",
        "transactionId, '', TRANSACTION",
        "appId, , APP_ID",
        "merchantId, , MERCHANT",
        "orderNo, , ORDER_NO",
        "state, , STATE",
        "type, , TRADE_TYPE",
        "currency, , CURRENCY",
        "totalFen, , AMOUNT",
        "transactionId, , TRANSACTION"
    })
    void whateverDiffersIsNamed(String field, String value, String reason) {
        assertThat(with(field, value).mismatch(order(), "wxapp", "1900000001")).isEqualTo(reason);
    }

    private static Order order() {
        var order = mock(Order.class);
        when(order.orderNo()).thenReturn("20261124");
        when(order.payableFen()).thenReturn(9900L);
        return order;
    }

    private static Transaction with(String field, String value) {
        return new Transaction(
                field.equals("appId") ? value : AGREED.appId(),
                field.equals("merchantId") ? value : AGREED.merchantId(),
                field.equals("orderNo") ? value : AGREED.orderNo(),
                field.equals("state") ? value : AGREED.state(),
                field.equals("type") ? value : AGREED.type(),
                field.equals("currency") ? value : AGREED.currency(),
                field.equals("totalFen") ? (value == null ? null : Long.valueOf(value)) : AGREED.totalFen(),
                field.equals("transactionId") ? value : AGREED.transactionId(),
                NOON);
    }
}
