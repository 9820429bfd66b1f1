package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.time.Clock;

/** {@code /v3/refund/domestic/refunds}. */
final class RefundsApi {
    private final PayLedger ledger;
    private final Clock clock;

    RefundsApi(PayLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Accepts a refund; the same number again is answered with what became of it. */
    PayRefund refund(Call call) {
        var fields = new Fields(call.json());
        var outRefundNo = fields.text("out_refund_no", 64);
        if (!outRefundNo.matches("[0-9A-Za-z_\\-|*@]+")) throw PayError.param("商户退款单号格式错误");
        if (fields.optional("amount.currency") == null) throw PayError.param("amount.currency 必填");
        var refundFen = fields.fen("amount.refund");
        var totalFen = fields.fen("amount.total");
        if (refundFen > totalFen) throw PayError.param("退款金额不能大于原订单金额");
        var reason = fields.optional("reason");
        if (reason != null && reason.length() > 80) throw PayError.param("reason 字符数不能大于 80");
        var order = orderOf(fields);
        return ledger.refund(new PayRefund(
                outRefundNo,
                ledger.number("5030"),
                order.orderNo(),
                order.transactionId() == null ? "" : order.transactionId(),
                refundFen,
                totalFen,
                reason,
                fields.optional("notify_url") == null ? null : fields.notifyUrl(),
                PayRefund.Status.PROCESSING,
                clock.instant(),
                null));
    }

    PayRefund inMerchantPlatform(String orderNo, long fen) {
        var order = ledger.order(orderNo);
        var refundId = ledger.number("5030");
        ledger.refund(new PayRefund(
                "M" + refundId,
                refundId,
                orderNo,
                order.transactionId() == null ? "" : order.transactionId(),
                fen,
                order.totalFen(),
                "商户平台手工退款",
                null,
                PayRefund.Status.PROCESSING,
                clock.instant(),
                null));
        return ledger.settle("M" + refundId, PayRefund.Status.SUCCESS);
    }

    Answer query(String outRefundNo) {
        return Answer.json(200, refund(ledger.refund(outRefundNo)));
    }

    private PayOrder orderOf(Fields fields) {
        var transactionId = fields.optional("transaction_id");
        var order = transactionId == null
                ? ledger.find(fields.text("out_trade_no", 32))
                : ledger.byTransaction(transactionId);
        return order.orElseThrow(() -> new PayError("RESOURCE_NOT_EXISTS", "订单不存在"));
    }

    /** A refund as the refund calls answer it. */
    static ObjectNode refund(PayRefund refund) {
        var json = Json.object()
                .put("refund_id", refund.refundId())
                .put("out_refund_no", refund.outRefundNo())
                .put("transaction_id", refund.transactionId())
                .put("out_trade_no", refund.orderNo())
                .put("channel", "ORIGINAL")
                .put("user_received_account", "支付用户零钱")
                .put("create_time", SandboxClock.rfc3339(refund.createdAt()))
                .put("status", refund.status().name())
                .put("funds_account", "AVAILABLE");
        if (refund.successTime() != null) json.put("success_time", SandboxClock.rfc3339(refund.successTime()));
        json.putArray("promotion_detail");
        json.putObject("amount")
                .put("total", refund.totalFen())
                .put("refund", refund.refundFen())
                .put("payer_total", refund.totalFen())
                .put("payer_refund", refund.refundFen())
                .put("settlement_total", refund.totalFen())
                .put("settlement_refund", refund.refundFen())
                .put("discount_refund", 0)
                .put("currency", "CNY")
                .putArray("from");
        return json;
    }

    /** A refund as its notice carries it, which differs from what the calls answer. */
    static ObjectNode notice(PayRefund refund) {
        var json = Json.object()
                .put("mchid", Merchant.ID)
                .put("out_trade_no", refund.orderNo())
                .put("transaction_id", refund.transactionId())
                .put("out_refund_no", refund.outRefundNo())
                .put("refund_id", refund.refundId())
                .put("refund_status", refund.status().name())
                .put("user_received_account", "支付用户零钱");
        if (refund.successTime() != null) json.put("success_time", SandboxClock.rfc3339(refund.successTime()));
        json.putObject("amount")
                .put("total", refund.totalFen())
                .put("refund", refund.refundFen())
                .put("payer_total", refund.totalFen())
                .put("payer_refund", refund.refundFen());
        return json;
    }
}
