package com.guncai.backoffice.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.sandbox.provider.AppNodes.Delivery;
import com.guncai.backoffice.sandbox.wechat.ShippingInfo;
import com.guncai.backoffice.sandbox.wechatpay.BillFault;
import com.guncai.backoffice.sandbox.wechatpay.Forgery;
import com.guncai.backoffice.sandbox.wechatpay.PayComplaint;
import com.guncai.backoffice.sandbox.wechatpay.PayOrder;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.sandbox.wechatpay.PayTransfer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customer's side of WeChat Pay, and what WeChat Pay believes. */
@SandboxOnly
@RestController
@RequestMapping("/sandbox/wechat-pay")
class WeChatPayControls {
    private final Sandbox sandbox;
    private final Providers providers;

    WeChatPayControls(Sandbox sandbox, Providers providers) {
        this.sandbox = sandbox;
        this.providers = providers;
    }

    @PostMapping("/payments")
    Paid pay(@RequestBody Payment payment) {
        var receipt = sandbox.receipt(payment);
        var order = receipt.order();
        return new Paid(order.orderNo(), order.tradeState(), order.transactionId(), receipt.notifications());
    }

    @GetMapping("/orders")
    List<PayOrder> orders() {
        var orders = new ArrayList<>(providers.weChatPay.ledger().orders());
        Collections.reverse(orders);
        return orders;
    }

    @GetMapping("/orders/{orderNo}")
    PayOrder order(@PathVariable String orderNo) {
        return providers.weChatPay.ledger().order(orderNo);
    }

    @GetMapping("/refunds")
    List<PayRefund> refunds(@RequestParam(required = false) @Nullable String orderNo) {
        return sandbox.refunds().stream()
                .filter(refund -> orderNo == null || refund.orderNo().equals(orderNo))
                .toList();
    }

    @PostMapping("/refunds/{outRefundNo}/settlement")
    Settled settle(@PathVariable String outRefundNo, @RequestBody Settlement settlement) {
        var answer = sandbox.settleRefund(outRefundNo, settlement.status());
        return new Settled(
                providers.weChatPay.ledger().refund(outRefundNo), answer == null ? List.of() : List.of(answer));
    }

    /** A refund that somebody makes in the merchant platform. */
    @PostMapping("/merchant-refunds")
    PayRefund refund(@RequestBody MerchantRefund refund) {
        return providers.weChatPay.refundInMerchantPlatform(refund.orderNo(), refund.refundFen());
    }

    @GetMapping("/bill-faults")
    List<BillFault> billFaults() {
        return providers.weChatPay.billFaults().all();
    }

    @PostMapping("/bill-faults")
    List<BillFault> billFault(@RequestBody BillFault fault) {
        providers.weChatPay.billFaults().add(fault);
        return billFaults();
    }

    @DeleteMapping("/bill-faults")
    List<BillFault> clearBillFaults() {
        providers.weChatPay.billFaults().clear();
        return billFaults();
    }

    @GetMapping("/shipping")
    List<ShippingInfo> shipping() {
        return sandbox.shipping();
    }

    @GetMapping("/transfers")
    List<PayTransfer> transfers() {
        return providers.weChatPay.transfers();
    }

    @PostMapping("/transfers/{outBillNo}/settlement")
    PayTransfer settleTransfer(@PathVariable String outBillNo, @RequestBody TransferSettlement settlement) {
        return providers.weChatPay.settleTransfer(outBillNo, settlement.state());
    }

    /** The customer complains at WeChat. */
    @PostMapping("/complaints")
    Filed complain(@RequestBody Complaint complaint) {
        var pay = providers.weChatPay;
        var filed = pay.complaints()
                .file(
                        complaint.orderNo(),
                        Objects.requireNonNullElse(complaint.problem(), "商品质量问题"),
                        Objects.requireNonNullElse(complaint.text(), "和图片不一样"),
                        Objects.requireNonNullElse(complaint.pictures(), 0));
        var sent = Boolean.FALSE.equals(complaint.notifies())
                ? List.<Delivery>of()
                : List.of(pay.notices().complaint(filed, "CREATE_COMPLAINT", complaint.forge()));
        return new Filed(filed, sent);
    }

    /** The notice once more, as of something else that happened to it. */
    @PostMapping("/complaints/{complaintId}/notices")
    Delivery again(@PathVariable String complaintId, @RequestBody Action action) {
        var pay = providers.weChatPay;
        return pay.notices().complaint(pay.complaints().get(complaintId), action.action(), null);
    }

    @GetMapping("/complaints")
    List<PayComplaint> complaints() {
        return providers.weChatPay.complaints().all();
    }

    record Complaint(
            String orderNo,
            @Nullable String problem,
            @Nullable String text,
            @Nullable Integer pictures,
            @JsonProperty("notify") @Nullable Boolean notifies,
            @Nullable Forgery forge) {}

    record Action(String action) {}

    record Filed(PayComplaint complaint, List<Delivery> notifications) {}

    /** @param notifications what the application answered to each notice */
    record Paid(
            String orderNo, PayOrder.State tradeState, @Nullable String transactionId, List<Delivery> notifications) {}

    record MerchantRefund(String orderNo, long refundFen) {}

    record Settlement(PayRefund.Status status) {}

    record Settled(PayRefund refund, List<Delivery> notifications) {}

    record TransferSettlement(PayTransfer.State state) {}
}
