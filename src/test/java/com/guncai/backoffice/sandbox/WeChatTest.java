package com.guncai.backoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.OrderKeyBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.PayerBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.ShippingListBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.WxMaOrderShippingInfoGetRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.WxMaOrderShippingInfoUploadRequest;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Fault.Kind;
import com.guncai.backoffice.sandbox.provider.Fault.Target;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechatpay.Merchant;
import java.time.Duration;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeChatTest {
    private final Providers providers = new Providers();
    private final WxMaService sdk = SdkClients.miniApp(providers, true);

    @AfterEach
    void stop() {
        providers.close();
    }

    @Test
    void aLoginCodeWorksOnce() throws WxErrorException {
        var user = providers.users.add("13800138000");
        var code = providers.users.codes(user.openid()).loginCode();
        assertThat(sdk.getUserService().getSessionInfo(code).getOpenid()).isEqualTo(user.openid());
        refusedWith(40163, () -> sdk.getUserService().getSessionInfo(code));
        refusedWith(40029, () -> sdk.getUserService().getSessionInfo("unknown"));
    }

    @Test
    void thePhoneCodeGivesTheNumber() throws WxErrorException {
        var user = providers.users.add("13800138000");
        var codes = providers.users.codes(user.openid());
        refusedWith(40029, () -> sdk.getUserService().getPhoneNumber(codes.loginCode()));
        assertThat(sdk.getUserService().getPhoneNumber(codes.phoneCode()).getPurePhoneNumber())
                .isEqualTo("13800138000");
    }

    @Test
    void nodesShareAStableTokenAndStealAClassicOne() throws WxErrorException {
        assertThat(SdkClients.miniApp(providers, true).getAccessToken()).isEqualTo(sdk.getAccessToken());
        var first = SdkClients.miniApp(providers, false);
        assertThat(first.getAccessToken())
                .isNotEqualTo(SdkClients.miniApp(providers, false).getAccessToken());
        first.getWxMaConfig().updateAccessToken("stale", 7200);
        var code = providers.users.codes(providers.users.add(null).openid()).phoneCode();
        assertThat(first.getUserService().getPhoneNumber(code)).isNotNull();
    }

    @Test
    void anExpiredTokenIsRenewed() throws WxErrorException {
        sdk.getAccessToken();
        providers.clock.advance(Duration.ofHours(3));
        var code = providers.users.codes(providers.users.add(null).openid()).phoneCode();
        assertThat(sdk.getUserService().getPhoneNumber(code)).isNotNull();
    }

    @Test
    void aMessageArrivesUnlessTheUserRefuses() throws WxErrorException {
        var user = providers.users.add(null);
        sdk.getSubscribeService().sendSubscribeMsg(message(user.openid()));
        var arrived = providers.weChat.messages().arrived(user.openid()).get(0);
        assertThat(arrived.template()).isEqualTo("order-accepted");
        assertThat(arrived.params()).containsEntry("thing1", "鲜花配送");

        providers.users.subscribe(user.openid(), false);
        refusedWith(43101, () -> sdk.getSubscribeService().sendSubscribeMsg(message(user.openid())));
        refusedWith(40003, () -> sdk.getSubscribeService().sendSubscribeMsg(message("o-unknown")));
    }

    @Test
    void faultsSpareTheTokenCall() {
        var user = providers.users.add(null);
        providers.faults.add(new Fault(Target.WECHAT, null, Kind.REFUSE, null, 1));
        refusedWith(43101, () -> sdk.getSubscribeService().sendSubscribeMsg(message(user.openid())));
        providers.faults.add(new Fault(Target.WECHAT, "subscribe", Kind.ERROR, null, 1));
        assertThatThrownBy(() -> sdk.getSubscribeService().sendSubscribeMsg(message(user.openid())))
                .isInstanceOf(WxRuntimeException.class);
    }

    @Test
    void shippingIsTakenOnceTheOrderIsPaid() throws Exception {
        var openid = providers.users.add(null).openid();
        SdkClients.pay(providers)
                .createOrderV3(
                        TradeTypeEnum.JSAPI,
                        new WxPayUnifiedOrderV3Request()
                                .setAppid(WeChat.APP_ID)
                                .setDescription("鲜花配送")
                                .setOutTradeNo("F20261124000001")
                                .setNotifyUrl("https://backoffice.example/callbacks/wechat-pay/payments")
                                .setAmount(new WxPayUnifiedOrderV3Request.Amount().setTotal(100))
                                .setPayer(new WxPayUnifiedOrderV3Request.Payer().setOpenid(openid)));
        refusedWith(10060001, () -> upload(openid, "鲜花一束"));
        var paid = providers.weChatPay.ledger().pay("F20261124000001", false);
        upload(openid, "鲜花一束");
        refusedWith(10060023, () -> upload(openid, "鲜花一束"));
        upload(openid, "鲜花两束");
        refusedWith(10060003, () -> upload(openid, "鲜花三束"));
        assertThat(providers.weChat.shipping().uploaded().get(0).itemDesc()).isEqualTo("鲜花两束");

        var query = WxMaOrderShippingInfoGetRequest.builder()
                .transactionId(paid.transactionId())
                .build();
        var order = sdk.getWxMaOrderShippingService().get(query).getOrder();
        assertThat(order.getOrderState()).isEqualTo(2);
        assertThat(order.getShipping().getLogisticsType()).isEqualTo(2);
    }

    @Test
    void theMerchantManagesItsTrade() throws WxErrorException {
        var managed = sdk.getWxMaOrderShippingService().isTradeManaged(WeChat.APP_ID);
        assertThat(managed.getTradeManaged()).isTrue();
        sdk.getWxMaOrderManagementService().updateOrderDetailPath("pages/order?no=${商品订单号}");
        assertThat(sdk.getWxMaOrderManagementService().getOrderDetailPath().getPath())
                .startsWith("pages/order");
    }

    private void upload(String openid, String description) throws WxErrorException {
        var key = OrderKeyBean.builder()
                .orderNumberType(1)
                .mchId(Merchant.ID)
                .outTradeNo("F20261124000001")
                .build();
        var request = new WxMaOrderShippingInfoUploadRequest();
        request.setOrderKey(key);
        request.setLogisticsType(2);
        request.setDeliveryMode(1);
        request.setShippingList(
                List.of(ShippingListBean.builder().itemDesc(description).build()));
        request.setUploadTime(SandboxClock.rfc3339(providers.clock.instant()));
        request.setPayer(PayerBean.builder().openid(openid).build());
        sdk.getWxMaOrderShippingService().upload(request);
    }

    private static WxMaSubscribeMessage message(String openid) {
        return WxMaSubscribeMessage.builder()
                .toUser(openid)
                .templateId("order-accepted")
                .page("pages/order")
                .data(List.of(new WxMaSubscribeMessage.MsgData("thing1", "鲜花配送")))
                .build();
    }

    private static void refusedWith(int code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WxErrorException.class, e -> assertThat(
                        e.getError().getErrorCode())
                .isEqualTo(code));
    }
}
