package com.guncai.backoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.github.binarywang.wxpay.bean.notify.SignatureHeader;
import com.github.binarywang.wxpay.bean.request.WxPayRefundV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.WxPayService;
import com.guncai.backoffice.sandbox.RecordedNotices.Notice;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechatpay.Forgery;
import com.guncai.backoffice.sandbox.wechatpay.Verification;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayNoticesTest {
    private static final String ORDER = "F20261124000001";

    private final Providers providers = new Providers();
    private final RecordedNotices notices = new RecordedNotices();
    private WxPayService sdk;

    PayNoticesTest() throws IOException {}

    @BeforeEach
    void placeAnOrder() throws WxPayException {
        providers.nodes.add(notices.port());
        sdk = SdkClients.pay(providers);
        sdk.createOrderV3(
                TradeTypeEnum.JSAPI,
                new WxPayUnifiedOrderV3Request()
                        .setAppid(WeChat.APP_ID)
                        .setDescription("话费充值")
                        .setOutTradeNo(ORDER)
                        .setNotifyUrl("https://backoffice.example/callbacks/wechat-pay/payments")
                        .setAmount(new WxPayUnifiedOrderV3Request.Amount().setTotal(5000))
                        .setPayer(new WxPayUnifiedOrderV3Request.Payer()
                                .setOpenid(providers.users.add(null).openid())));
    }

    @AfterEach
    void stop() {
        providers.close();
        notices.close();
    }

    @Test
    void aPaymentNoticeIsVerifiedAndDecrypted() throws WxPayException {
        var notice = pay(null);
        assertThat(notice.path()).isEqualTo("/callbacks/wechat-pay/payments");
        var parsed = sdk.parseOrderNotifyV3Result(notice.body(), header(notice));
        assertThat(parsed.getRawData().getEventType()).isEqualTo("TRANSACTION.SUCCESS");
        assertThat(parsed.getResult().getOutTradeNo()).isEqualTo(ORDER);
        assertThat(parsed.getResult().getTradeState()).isEqualTo("SUCCESS");
        assertThat(parsed.getResult().getAmount().getTotal()).isEqualTo(5000);
    }

    @Test
    void aRepeatedNoticeHasTheSameIdAndAnotherNonce() {
        var first = pay(null);
        var second = pay(null);
        assertThat(second.body().substring(0, 45)).isEqualTo(first.body().substring(0, 45));
        assertThat(second.headers().get("wechatpay-nonce"))
                .isNotEqualTo(first.headers().get("wechatpay-nonce"));
    }

    @Test
    void aForgedSignatureOrCertificateIsRefusedByTheSdk() {
        for (var forgery : new Forgery[] {Forgery.SIGNATURE, Forgery.CERTIFICATE}) {
            var notice = pay(forgery);
            assertThatThrownBy(() -> sdk.parseOrderNotifyV3Result(notice.body(), header(notice)))
                    .as(forgery.name())
                    .isInstanceOf(WxPayException.class);
        }
        assertThat(providers.weChatPay.ledger().order(ORDER).paid()).isFalse();
    }

    @Test
    void anotherAmountOrTimeIsForTheApplicationToNotice() throws WxPayException {
        var amount = pay(Forgery.AMOUNT);
        assertThat(sdk.parseOrderNotifyV3Result(amount.body(), header(amount))
                        .getResult()
                        .getAmount()
                        .getTotal())
                .isEqualTo(5001);
        var old = pay(Forgery.TIMESTAMP);
        sdk.parseOrderNotifyV3Result(old.body(), header(old));
        assertThat(Long.parseLong(old.headers().get("wechatpay-timestamp")))
                .isCloseTo(providers.clock.instant().getEpochSecond() - 600, within(5L));
    }

    @Test
    void certificateModeSignsNoticesWithTheCertificatesSerial() throws WxPayException {
        providers.weChatPay.notices().verifiedBy(Verification.CERTIFICATE);
        var notice = pay(null);
        assertThat(notice.headers().get("wechatpay-serial")).doesNotStartWith("PUB_KEY_ID");
        var withCertificates = SdkClients.payWithCertificates(providers);
        assertThat(withCertificates
                        .parseOrderNotifyV3Result(notice.body(), header(notice))
                        .getResult()
                        .getOutTradeNo())
                .isEqualTo(ORDER);
        var forged = pay(Forgery.CERTIFICATE);
        assertThatThrownBy(() -> withCertificates.parseOrderNotifyV3Result(forged.body(), header(forged)))
                .isInstanceOf(WxPayException.class);
    }

    @Test
    void aRefundSettlesByItselfAndTellsTheMerchant() throws WxPayException {
        providers.weChatPay.ledger().pay(ORDER, false);
        sdk.refundV3(new WxPayRefundV3Request()
                .setOutTradeNo(ORDER)
                .setOutRefundNo("R1")
                .setNotifyUrl("https://backoffice.example/callbacks/wechat-pay/refunds")
                .setAmount(new WxPayRefundV3Request.Amount()
                        .setRefund(5000)
                        .setTotal(5000)
                        .setCurrency("CNY")));
        await().until(() -> !notices.all.isEmpty());
        var notice = notices.last();
        assertThat(notice.path()).isEqualTo("/callbacks/wechat-pay/refunds");
        var refund =
                sdk.parseRefundNotifyV3Result(notice.body(), header(notice)).getResult();
        assertThat(refund.getRefundStatus()).isEqualTo("SUCCESS");
        assertThat(refund.getAmount().getRefund()).isEqualTo(5000);
        assertThat(sdk.refundQueryV3("R1").getStatus()).isEqualTo("SUCCESS");
        assertThat(sdk.queryOrderV3(null, ORDER).getTradeState()).isEqualTo("REFUND");
    }

    private Notice pay(@Nullable Forgery forgery) {
        var ledger = providers.weChatPay.ledger();
        var order = forgery == null ? ledger.pay(ORDER, false) : ledger.asIfPaid(ORDER);
        assertThat(providers.weChatPay.notices().payment(order, forgery).status())
                .isEqualTo(204);
        return notices.last();
    }

    private static SignatureHeader header(Notice notice) {
        return SignatureHeader.builder()
                .timeStamp(notice.headers().get("wechatpay-timestamp"))
                .nonce(notice.headers().get("wechatpay-nonce"))
                .signature(notice.headers().get("wechatpay-signature"))
                .serial(notice.headers().get("wechatpay-serial"))
                .build();
    }
}
