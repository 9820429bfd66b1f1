package com.guncai.backoffice.payment;

import static com.guncai.backoffice.payment.WxJava.call;
import static com.guncai.backoffice.payment.WxJava.fen;
import static com.guncai.backoffice.payment.WxJava.instant;
import static com.guncai.backoffice.payment.WxJava.opened;
import static com.guncai.backoffice.payment.WxJava.signature;

import com.github.binarywang.wxpay.bean.request.WxPayRefundV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.WxPayUnifiedOrderV3Result.JsapiResult;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.service.WxPayService;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Prepay;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** WeChat Pay over the WxJava SDK. */
@Component
class WxJavaWeChatPay implements WeChatPay {
    private final WxPayService pay;
    private final String refundNotificationUrl;

    WxJavaWeChatPay(WxPayService pay, WeChatPayProperties properties) {
        this.pay = pay;
        this.refundNotificationUrl = properties.refundNotificationUrl();
    }

    @Override
    public Outcome<Prepay> prepay(Order order, String openid) {
        var amount = new WxPayUnifiedOrderV3Request.Amount();
        amount.setTotal(Math.toIntExact(order.payableFen()));
        amount.setCurrency("CNY");
        var payer = new WxPayUnifiedOrderV3Request.Payer();
        payer.setOpenid(openid);
        var request = new WxPayUnifiedOrderV3Request()
                .setOutTradeNo(order.orderNo())
                .setDescription(order.service().label() + " " + order.orderNo())
                .setAmount(amount)
                .setPayer(payer);
        var payBefore = order.payBefore();
        if (payBefore != null) {
            request.setTimeExpire(BusinessTime.offset(payBefore.truncatedTo(ChronoUnit.SECONDS))
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        }
        return call("prepay of order", order.orderNo(), () -> {
            JsapiResult signed = pay.createOrderV3(TradeTypeEnum.JSAPI, request);
            return new Prepay(
                    signed.getTimeStamp(),
                    signed.getNonceStr(),
                    signed.getPackageValue(),
                    signed.getSignType(),
                    signed.getPaySign());
        });
    }

    @Override
    public Outcome<Transaction> query(String orderNo) {
        return call("query of order", orderNo, () -> {
            var found = pay.queryOrderV3(null, orderNo);
            var amount = found.getAmount();
            return new Transaction(
                    found.getAppid(),
                    found.getMchid(),
                    found.getOutTradeNo(),
                    found.getTradeState(),
                    found.getTradeType(),
                    amount == null ? null : amount.getCurrency(),
                    amount == null ? null : fen(amount.getTotal()),
                    found.getTransactionId(),
                    instant(found.getSuccessTime()));
        });
    }

    @Override
    public Outcome<String> close(String orderNo) {
        return call("close of order", orderNo, () -> {
            pay.closeOrderV3(orderNo);
            return orderNo;
        });
    }

    @Override
    public Optional<Notification<Transaction>> notification(NotificationHeaders headers, String body) {
        return opened(() -> {
            var notification = pay.parseOrderNotifyV3Result(body, signature(headers));
            var transaction = notification.getResult();
            var amount = transaction.getAmount();
            return new Notification<>(
                    notification.getRawData().getId(),
                    new Transaction(
                            transaction.getAppid(),
                            transaction.getMchid(),
                            transaction.getOutTradeNo(),
                            transaction.getTradeState(),
                            transaction.getTradeType(),
                            amount == null ? null : amount.getCurrency(),
                            amount == null ? null : fen(amount.getTotal()),
                            transaction.getTransactionId(),
                            instant(transaction.getSuccessTime())));
        });
    }

    @Override
    public Outcome<RefundResult> refund(RefundInstruction refund, String transactionId) {
        var request = new WxPayRefundV3Request()
                .setTransactionId(transactionId)
                .setOutRefundNo(refund.refundNo())
                .setNotifyUrl(refundNotificationUrl)
                .setAmount(new WxPayRefundV3Request.Amount()
                        .setRefund(Math.toIntExact(refund.refundFen()))
                        .setTotal(Math.toIntExact(refund.paidFen()))
                        .setCurrency("CNY"));
        return call("refund", refund.refundNo(), () -> {
            var found = pay.refundV3(request);
            var amount = found.getAmount();
            return new RefundResult(
                    null,
                    found.getOutRefundNo(),
                    found.getOutTradeNo(),
                    found.getTransactionId(),
                    found.getRefundId(),
                    found.getStatus(),
                    amount == null ? null : amount.getCurrency(),
                    amount == null ? null : fen(amount.getRefund()),
                    amount == null ? null : fen(amount.getTotal()));
        });
    }

    @Override
    public Outcome<RefundResult> refundOf(String refundNo) {
        return call("query of refund", refundNo, () -> {
            var found = pay.refundQueryV3(refundNo);
            var amount = found.getAmount();
            return new RefundResult(
                    null,
                    found.getOutRefundNo(),
                    found.getOutTradeNo(),
                    found.getTransactionId(),
                    found.getRefundId(),
                    found.getStatus(),
                    amount == null ? null : amount.getCurrency(),
                    amount == null ? null : fen(amount.getRefund()),
                    amount == null ? null : fen(amount.getTotal()));
        });
    }

    @Override
    public Optional<Notification<RefundResult>> refundNotification(NotificationHeaders headers, String body) {
        return opened(() -> {
            var notification = pay.parseRefundNotifyV3Result(body, signature(headers));
            var refund = notification.getResult();
            var amount = refund.getAmount();
            return new Notification<>(
                    notification.getRawData().getId(),
                    new RefundResult(
                            String.valueOf(refund.getMchid()),
                            refund.getOutRefundNo(),
                            refund.getOutTradeNo(),
                            refund.getTransactionId(),
                            refund.getRefundId(),
                            refund.getRefundStatus(),
                            null,
                            amount == null ? null : fen(amount.getRefund()),
                            amount == null ? null : fen(amount.getTotal())));
        });
    }
}
