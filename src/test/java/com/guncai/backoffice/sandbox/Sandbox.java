package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.aliyun.Sms;
import com.guncai.backoffice.sandbox.provider.AppNodes.Delivery;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Fault.Kind;
import com.guncai.backoffice.sandbox.provider.Fault.Target;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import com.guncai.backoffice.sandbox.wechat.OneTimeCodes.Codes;
import com.guncai.backoffice.sandbox.wechat.ShippingInfo;
import com.guncai.backoffice.sandbox.wechat.SubscribeMessage;
import com.guncai.backoffice.sandbox.wechat.WeChatUser;
import com.guncai.backoffice.sandbox.wechatpay.BillFaults;
import com.guncai.backoffice.sandbox.wechatpay.Forgery;
import com.guncai.backoffice.sandbox.wechatpay.PayOrder;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The sandbox in a test's hands: customers, payments, what arrived where, faults and time. All amounts in fen. The same
 * things are at {@code /sandbox} for programs outside.
 */
@SandboxOnly
@Component
public class Sandbox {
    private final Providers providers;
    private final TimeMachine time;
    private final Cashier cashier;

    Sandbox(Providers providers, TimeMachine time) {
        this.providers = providers;
        this.time = time;
        this.cashier = new Cashier(providers);
    }

    /** A new WeChat user who lets messages come; with fresh codes. */
    public Customer newUser(@Nullable String phone) {
        var user = providers.users.add(phone);
        var codes = codes(user.openid());
        return new Customer(user.openid(), user.phone(), codes.loginCode(), codes.phoneCode());
    }

    /** Fresh one-time codes. @throws java.util.NoSuchElementException if nobody has this openid */
    public Codes codes(String openid) {
        return providers.users.codes(openid);
    }

    /** Whether the user lets the mini-program send messages; a refusal answers 43101. */
    public WeChatUser subscription(String openid, boolean granted) {
        return providers.users.subscribe(openid, granted);
    }

    /** The customer pays and the notice goes out. @return what the application answered to it */
    public List<Delivery> pay(String orderNo) {
        return payWith(Payment.of(orderNo));
    }

    /** @return what the application answered to each notice */
    public List<Delivery> payWith(Payment payment) {
        return receipt(payment).notifications();
    }

    /** The notice of a payment reaches the node at this port, be it the first time or again. @return what it answered */
    public Delivery noticeTo(int port, String orderNo) {
        var order = providers.weChatPay.ledger().order(orderNo);
        return providers
                .weChatPay
                .notices()
                .paymentBy(order, (path, body, headers) -> providers.nodes.post(port, path, body, headers));
    }

    Cashier.Receipt receipt(Payment payment) {
        return cashier.pay(payment);
    }

    /** What WeChat Pay believes of an order; empty when it was never told of it. */
    public Optional<PayOrder> order(String orderNo) {
        return providers.weChatPay.ledger().find(orderNo);
    }

    /** Newest first. */
    public List<PayRefund> refunds() {
        var refunds = providers.weChatPay.ledger().refunds();
        Collections.reverse(refunds);
        return refunds;
    }

    /** Ends a refund and sends its notice. @return what the application answered; null when it wanted no notice */
    public @Nullable Delivery settleRefund(String outRefundNo, PayRefund.Status status) {
        return providers.weChatPay.settlement().settle(outRefundNo, status);
    }

    /** Ends a refund; its notice gets lost. */
    public void settleRefundUnnoticed(String outRefundNo, PayRefund.Status status) {
        providers.weChatPay.settlement().settleUnnoticed(outRefundNo, status);
    }

    /** Somebody else says that a refund ended. @return what the application answered; null when it wanted no notice */
    public @Nullable Delivery forgeRefund(String outRefundNo, PayRefund.Status status, Forgery forgery) {
        return providers.weChatPay.settlement().forge(outRefundNo, status, forgery);
    }

    /** What the application told WeChat of its shipping, newest first. */
    public List<ShippingInfo> shipping() {
        return providers.weChat.shipping().uploaded();
    }

    /** Newest first. */
    public List<Sms> smsTo(@Nullable String phone) {
        return providers.mailbox.arrived(phone);
    }

    /** Newest first. */
    public List<SubscribeMessage> messagesTo(@Nullable String openid) {
        return providers.weChat.messages().arrived(openid);
    }

    /** What is wrong with WeChat Pay's bills; stays until it is cleared. */
    public BillFaults billFaults() {
        return providers.weChatPay.billFaults();
    }

    /** Somebody refunds by hand in WeChat's merchant platform; nobody is told. */
    public PayRefund refundInMerchantPlatform(String orderNo, long fen) {
        return providers.weChatPay.refundInMerchantPlatform(orderNo, fen);
    }

    /** The next calls to the target fail. */
    public void fault(Target target, Kind kind, int times) {
        fault(new Fault(target, null, kind, null, times));
    }

    public void fault(Fault fault) {
        providers.faults.add(fault);
    }

    public List<Fault> faults() {
        return providers.faults.pending();
    }

    public void clearFaults() {
        providers.faults.clear();
    }

    public SandboxClock clock() {
        return providers.clock;
    }

    /** Moves the application's and the engine's clock; what becomes due waits. */
    public void skip(Duration step) {
        time.skip(step);
    }

    /** Moves the application's and the engine's clock and waits, up to 20 seconds, for what became due. */
    public void advance(Duration step) {
        time.advance(step);
    }

    /** Forgets faults and the messages that arrived; customers, payments and the time stay. */
    public void reset() {
        providers.faults.clear();
        providers.mailbox.clear();
        providers.weChat.messages().clear();
    }

    /** A WeChat user with one code of {@code wx.login} and one of the phone number button. */
    public record Customer(String openid, String phone, String loginCode, String phoneCode) {}
}
