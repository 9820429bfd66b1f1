package com.guncai.backoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.binarywang.wxpay.bean.request.WxPayApplyFundFlowBillV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayApplyTradeBillV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayRefundV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.WxPayApplyBillV3Result;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.bean.transfer.TransferBillsRequest;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.WxPayService;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechatpay.PayTransfer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayBillsTest {
    private final Providers providers = new Providers();
    private final String openid = providers.users.add(null).openid();
    private WxPayService sdk;

    @BeforeEach
    void connect() throws WxPayException {
        sdk = SdkClients.pay(providers);
    }

    @AfterEach
    void stop() {
        providers.close();
    }

    @Test
    void theDaysBillListsPaymentsAndRefunds() throws Exception {
        var day = LocalDate.now(providers.clock);
        sdk.createOrderV3(
                TradeTypeEnum.JSAPI,
                new WxPayUnifiedOrderV3Request()
                        .setAppid(WeChat.APP_ID)
                        .setDescription("鲜花, 红玫瑰")
                        .setOutTradeNo("F20261124000001")
                        .setNotifyUrl("https://backoffice.example/callbacks/wechat-pay/payments")
                        .setAmount(new WxPayUnifiedOrderV3Request.Amount().setTotal(12050))
                        .setPayer(new WxPayUnifiedOrderV3Request.Payer().setOpenid(openid)));
        providers.weChatPay.ledger().pay("F20261124000001", false);
        sdk.refundV3(new WxPayRefundV3Request()
                .setOutTradeNo("F20261124000001")
                .setOutRefundNo("R1")
                .setAmount(new WxPayRefundV3Request.Amount()
                        .setRefund(2050)
                        .setTotal(12050)
                        .setCurrency("CNY")));
        assertThatThrownBy(() -> sdk.applyTradeBill(tradeBill(day))).isInstanceOf(WxPayException.class);

        var tenTomorrow = day.plusDays(1).atTime(LocalTime.of(10, 1)).atZone(providers.clock.getZone());
        providers.clock.advance(Duration.between(providers.clock.instant(), tenTomorrow.toInstant()));

        var trades = download(sdk.applyTradeBill(tradeBill(day))).split("\r\n");
        assertThat(trades).hasSize(5);
        assertThat(trades[0].split(",")).hasSize(27);
        assertThat(trades[1].split(",", -1)).hasSize(27);
        assertThat(trades[1]).contains("`F20261124000001", "`SUCCESS", "`120.50");
        assertThat(trades[2]).contains("`R1", "`REFUND", "`20.50");
        assertThat(trades[4]).startsWith("`2,`120.50,`20.50");

        var request = new WxPayApplyFundFlowBillV3Request();
        request.setBillDate(day.toString());
        request.setAccountType("BASIC");
        assertThat(download(sdk.applyFundFlowBill(request))).contains("`收入,`120.50", "`支出,`20.50");
    }

    @Test
    void aTransferWaitsForTheUser() throws Exception {
        var request = TransferBillsRequest.newBuilder()
                .appid(WeChat.APP_ID)
                .outBillNo("T1")
                .transferSceneId("1000")
                .openid(openid)
                .transferAmount(5000)
                .transferRemark("凭证返现")
                .build();
        var accepted = sdk.getTransferService().transferBills(request);
        assertThat(accepted.getState()).isEqualTo("WAIT_USER_CONFIRM");
        assertThat(accepted.getPackageInfo()).isNotEmpty();
        providers.weChatPay.settleTransfer("T1", PayTransfer.State.SUCCESS);
        assertThat(sdk.getTransferService().getBillsByOutBillNo("T1").getState())
                .isEqualTo("SUCCESS");
    }

    private static WxPayApplyTradeBillV3Request tradeBill(LocalDate day) {
        var request = new WxPayApplyTradeBillV3Request();
        request.setBillDate(day.toString());
        request.setBillType("ALL");
        return request;
    }

    private String download(WxPayApplyBillV3Result bill) throws Exception {
        var content = sdk.downloadBill(bill.getDownloadUrl()).readAllBytes();
        var sha1 = MessageDigest.getInstance("SHA-1").digest(content);
        assertThat(HexFormat.of().formatHex(sha1)).isEqualTo(bill.getHashValue());
        return new String(content, StandardCharsets.UTF_8);
    }
}
