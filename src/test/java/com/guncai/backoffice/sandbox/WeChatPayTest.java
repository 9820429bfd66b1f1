package com.guncai.backoffice.sandbox;

import static com.guncai.backoffice.sandbox.provider.Fault.Kind.ERROR;
import static com.guncai.backoffice.sandbox.provider.Fault.Kind.REFUSE;
import static com.guncai.backoffice.sandbox.provider.Fault.Kind.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.binarywang.wxpay.bean.request.WxPayRefundV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.WxPayRefundV3Result;
import com.github.binarywang.wxpay.bean.result.WxPayUnifiedOrderV3Result;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.WxPayService;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Fault.Target;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeChatPayTest {
    private static final String ORDER = "F20261124000001";

    private final Providers providers = new Providers();
    private String openid = "";
    private WxPayService sdk;

    @BeforeEach
    void connect() throws WxPayException {
        openid = providers.users.add(null).openid();
        sdk = SdkClients.pay(providers);
    }

    @AfterEach
    void stop() {
        providers.close();
    }

    @Test
    void anOrderIsPaidAndQueried() throws WxPayException {
        var prepay = prepay(ORDER, 12000);
        assertThat(prepay.getPackageValue()).startsWith("prepay_id=wx");
        assertThat(prepay.getSignType()).isEqualTo("RSA");
        assertThat(sdk.queryOrderV3(null, ORDER).getTradeState()).isEqualTo("NOTPAY");

        providers.weChatPay.ledger().pay(ORDER, false);

        var paid = sdk.queryOrderV3(null, ORDER);
        assertThat(paid.getTradeState()).isEqualTo("SUCCESS");
        assertThat(paid.getAmount().getPayerTotal()).isEqualTo(12000);
        assertThat(paid.getPayer().getOpenid()).isEqualTo(openid);
        assertThat(paid.getTransactionId()).hasSize(28);
        assertThat(sdk.queryOrderV3(paid.getTransactionId(), null).getOutTradeNo())
                .isEqualTo(ORDER);
    }

    @Test
    void theSameOrderAgainGetsTheSamePrepayId() throws WxPayException {
        assertThat(prepay(ORDER, 100).getPackageValue())
                .isEqualTo(prepay(ORDER, 100).getPackageValue());
        refusedWith("OUT_TRADE_NO_USED", () -> prepay(ORDER, 101));
    }

    @Test
    void aPaidOrderIsNeitherPaidAgainNorClosed() throws WxPayException {
        prepay(ORDER, 100);
        providers.weChatPay.ledger().pay(ORDER, false);
        refusedWith("ORDERPAID", () -> prepay(ORDER, 100));
        refusedWith("ORDERPAID", () -> sdk.closeOrderV3(ORDER));
    }

    @Test
    void aClosedOrderCannotBePaid() throws WxPayException {
        prepay(ORDER, 100);
        sdk.closeOrderV3(ORDER);
        assertThat(sdk.queryOrderV3(null, ORDER).getTradeState()).isEqualTo("CLOSED");
        refusedWith("ORDER_CLOSED", () -> prepay(ORDER, 100));
        assertThatThrownBy(() -> providers.weChatPay.ledger().pay(ORDER, false)).hasMessageContaining("已关闭");
    }

    @Test
    void anOrderPastItsTimeIsClosed() throws WxPayException {
        var request = request(ORDER, 100);
        request.setTimeExpire(SandboxClock.rfc3339(providers.clock.instant().plusSeconds(60)));
        sdk.createOrderV3(TradeTypeEnum.JSAPI, request);
        providers.clock.advance(Duration.ofSeconds(61));
        assertThat(sdk.queryOrderV3(null, ORDER).getTradeState()).isEqualTo("CLOSED");
    }

    @Test
    void wrongParametersAreRefused() {
        refusedWith("ORDER_NOT_EXIST", () -> sdk.queryOrderV3(null, "unknown"));
        refusedWith("ORDER_NOT_EXIST", () -> sdk.closeOrderV3("unknown"));
        refusedWith("PARAM_ERROR", () -> prepay(ORDER, 0));
        refusedWith("PARAM_ERROR", () -> prepay("short", 100));
        openid = "o-unknown";
        refusedWith("PARAM_ERROR", () -> prepay(ORDER, 100));
    }

    @Test
    void aRequestSignedWithAnotherKeyIsRefused() throws WxPayException {
        sdk.getConfig().setCertSerialNo("0000");
        sdk.getConfig().initApiV3HttpClient();
        refusedWith("SIGN_ERROR", () -> sdk.queryOrderV3(null, ORDER));
    }

    @Test
    void anAnswerSignedWithAnotherKeyIsRefusedByTheSdk() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var other = generator.generateKeyPair().getPublic().getEncoded();
        sdk.getConfig().setPublicKeyContent(Base64.getEncoder().encode(other));
        sdk.getConfig().initApiV3HttpClient();
        assertThatThrownBy(() -> prepay(ORDER, 100)).hasStackTraceContaining("签名验证失败");
    }

    @Test
    void aRefundIsIdempotentAndNeverExceedsThePayment() throws WxPayException {
        prepay(ORDER, 100);
        refusedWith("INVALID_REQUEST", () -> refund("R1", 100));
        providers.weChatPay.ledger().pay(ORDER, false);

        assertThat(refund("R1", 60).getStatus()).isEqualTo("PROCESSING");
        assertThat(refund("R1", 60).getRefundId())
                .isEqualTo(sdk.refundQueryV3("R1").getRefundId());
        refusedWith("INVALID_REQUEST", () -> refund("R1", 40));
        refusedWith("INVALID_REQUEST", () -> refund("R2", 41));
        refund("R2", 40);
        assertThat(providers.weChatPay.ledger().refunds()).hasSize(2);
        refusedWith("RESOURCE_NOT_EXISTS", () -> sdk.refundQueryV3("unknown"));
    }

    @Test
    void anUnknownOutcomeWasCarriedOut() throws WxPayException {
        prepay(ORDER, 100);
        providers.weChatPay.ledger().pay(ORDER, false);
        fail("refund", TIMEOUT, null);
        sdk.getConfig().setHttpTimeout(1000);
        assertThatThrownBy(() -> refund("R1", 100)).hasMessageContaining("timed out");
        assertThat(sdk.refundQueryV3("R1").getAmount().getRefund()).isEqualTo(100);
    }

    @Test
    void faultsHitAsOftenAsAsked() throws WxPayException {
        fail(null, ERROR, null);
        fail("prepay", REFUSE, "NO_AUTH");
        refusedWith("SYSTEM_ERROR", () -> prepay(ORDER, 100));
        refusedWith("NO_AUTH", () -> prepay(ORDER, 100));
        prepay(ORDER, 100);
    }

    @Test
    void certificateModeWorksToo() throws WxPayException {
        sdk = SdkClients.payWithCertificates(providers);
        prepay(ORDER, 100);
        assertThat(sdk.queryOrderV3(null, ORDER).getTradeState()).isEqualTo("NOTPAY");
    }

    private WxPayUnifiedOrderV3Result.JsapiResult prepay(String orderNo, int totalFen) throws WxPayException {
        return sdk.createOrderV3(TradeTypeEnum.JSAPI, request(orderNo, totalFen));
    }

    private WxPayUnifiedOrderV3Request request(String orderNo, int totalFen) {
        return new WxPayUnifiedOrderV3Request()
                .setAppid(WeChat.APP_ID)
                .setDescription("鲜花配送")
                .setOutTradeNo(orderNo)
                .setNotifyUrl("https://backoffice.example/callbacks/wechat-pay/payments")
                .setAmount(new WxPayUnifiedOrderV3Request.Amount()
                        .setTotal(totalFen)
                        .setCurrency("CNY"))
                .setPayer(new WxPayUnifiedOrderV3Request.Payer().setOpenid(openid));
    }

    private WxPayRefundV3Result refund(String refundNo, int fen) throws WxPayException {
        return sdk.refundV3(new WxPayRefundV3Request()
                .setOutTradeNo(ORDER)
                .setOutRefundNo(refundNo)
                .setAmount(new WxPayRefundV3Request.Amount()
                        .setRefund(fen)
                        .setTotal(100)
                        .setCurrency("CNY")));
    }

    private void fail(@Nullable String operation, Fault.Kind kind, @Nullable String code) {
        providers.faults.add(new Fault(Target.WECHAT_PAY, operation, kind, code, 1));
    }

    private static void refusedWith(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WxPayException.class, e -> assertThat(e.getErrCode())
                .isEqualTo(code));
    }
}
