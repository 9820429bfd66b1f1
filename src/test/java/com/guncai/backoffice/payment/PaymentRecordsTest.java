package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechatpay.Merchant;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What was properly signed is still compared with what was agreed. */
class PaymentRecordsTest extends PaymentTest {
    @Autowired
    PaymentRecords records;

    @Autowired
    Orders orders;

    private String orderNo;
    private String transactionId;

    @BeforeEach
    void placeAnOrder() {
        orderNo = customer().placesFlowers();
        transactionId = UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "wxother, , SUCCESS, JSAPI, CNY, APP_ID",
        ", 1900000009, SUCCESS, JSAPI, CNY, MERCHANT",
        ", , NOTPAY, JSAPI, CNY, STATE",
        ", , SUCCESS, NATIVE, CNY, TRADE_TYPE",
        ", , SUCCESS, JSAPI, USD, CURRENCY"
    })
    void whatDiffersIsRecordedAndChangesNothing(
            String appId, String merchantId, String state, String type, String currency, String reason) {
        var transaction = new Transaction(
                appId == null ? WeChat.APP_ID : appId,
                merchantId == null ? Merchant.ID : merchantId,
                orderNo,
                state,
                type,
                currency,
                payable(),
                transactionId,
                Instant.now());
        assertThat(records.record(orderNo, transaction, UUID.randomUUID().toString()))
                .isEqualTo(NotificationResult.mismatched(reason));
        assertThat(payments.notifications(orderNo)).containsExactly("MISMATCHED " + reason);
        assertThat(payments.transactions(orderNo)).isZero();
        assertThat(payments.paidFen(orderNo)).isZero();
    }

    @Test
    void aSecondTransactionOfTheSameOrderIsForPeopleToSee() {
        assertThat(records.record(orderNo, agreed(transactionId), null)).isEqualTo(NotificationResult.ACCEPTED);
        assertThat(records.record(orderNo, agreed("another"), null))
                .isEqualTo(NotificationResult.mismatched("SECOND_TRANSACTION"));
        assertThat(payments.notifications(orderNo)).containsExactly("MISMATCHED SECOND_TRANSACTION");
        assertThat(payments.paidFen(orderNo)).isEqualTo(payable());
    }

    @Test
    void whatAQueryFoundANoticeMayStillSay() {
        assertThat(records.record(orderNo, agreed(transactionId), null)).isEqualTo(NotificationResult.ACCEPTED);
        assertThat(records.record(orderNo, agreed(transactionId), "late")).isEqualTo(NotificationResult.REPEATED);
        assertThat(records.record(orderNo, agreed(transactionId), "late")).isEqualTo(NotificationResult.REPEATED);
        assertThat(payments.transactions(orderNo)).isEqualTo(1);
    }

    private Transaction agreed(String transaction) {
        return new Transaction(
                WeChat.APP_ID, Merchant.ID, orderNo, "SUCCESS", "JSAPI", "CNY", payable(), transaction, Instant.now());
    }

    private long payable() {
        return orders.get(orderNo).payableFen();
    }
}
