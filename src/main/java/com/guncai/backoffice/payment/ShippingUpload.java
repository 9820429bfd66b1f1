package com.guncai.backoffice.payment;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.OrderKeyBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.PayerBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.ShippingListBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.WxMaOrderShippingInfoUploadRequest;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells WeChat that an order is delivered (小程序发货信息管理): until then it keeps the money of a mini-program's order
 * frozen.
 */
@Component
class ShippingUpload {
    private static final Logger log = LoggerFactory.getLogger(ShippingUpload.class);
    private static final DateTimeFormatter MILLISECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    /** 已完成发货, 已使用重新发货机会, 发货信息未更新: an earlier attempt got through. */
    private static final Set<Integer> DONE_ALREADY = Set.of(10060002, 10060003, 10060023);

    /**
     * 系统繁忙; 支付单不存在 and 处于不可发货的状态, which WeChat also says in the first minute after a payment; the quota is
     * used up; the access token changed hands; -99 is the SDK's own, without an answer.
     */
    private static final Set<Integer> LATER =
            Set.of(-1, 10060012, 10060019, 10060001, 10060004, 45009, 45011, 40001, 40014, 42001, -99);

    private final WxMaService miniApp;

    ShippingUpload(WxMaService miniApp) {
        this.miniApp = miniApp;
    }

    /** Goes over the network. Repeating it changes nothing. */
    Outcome<String> upload(Shipping shipping) {
        var request = WxMaOrderShippingInfoUploadRequest.builder()
                .orderKey(OrderKeyBean.builder()
                        .orderNumberType(2)
                        .transactionId(shipping.transactionId())
                        .build())
                .logisticsType(shipping.service().handover().logisticsType())
                .deliveryMode(1)
                .shippingList(List.of(
                        ShippingListBean.builder().itemDesc(shipping.item()).build()))
                .uploadTime(MILLISECOND.format(BusinessTime.local(shipping.at())))
                .payer(PayerBean.builder().openid(shipping.openid()).build())
                .build();
        var outcome = upload(request, shipping.orderNo());
        log.info("Shipping of order {}: {}", shipping.orderNo(), outcome);
        return outcome;
    }

    private Outcome<String> upload(WxMaOrderShippingInfoUploadRequest request, String orderNo) {
        try {
            miniApp.getWxMaOrderShippingService().upload(request);
            return new Outcome.Done<>(orderNo);
        } catch (WxErrorException failure) {
            return outcome(failure.getError().getErrorCode(), orderNo);
        } catch (RuntimeException withoutAnswer) {
            return new Outcome.Unknown<>();
        }
    }

    static Outcome<String> outcome(int errorCode, String orderNo) {
        if (DONE_ALREADY.contains(errorCode)) {
            return new Outcome.Done<>(orderNo);
        }
        var code = String.valueOf(errorCode);
        return LATER.contains(errorCode) ? new Outcome.Later<>(code) : new Outcome.Refused<>(code);
    }
}
