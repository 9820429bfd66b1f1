package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.AppNodes.Delivery;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends the signed and encrypted notices, again after 15, 15 and 30 seconds when the answer is no 2xx. */
public final class PayNotices {
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final List<Integer> AGAIN_AFTER_SECONDS = List.of(15, 15, 30);

    private final Clock clock;
    private final String appId;
    private final Post post;
    private final ScheduledExecutorService timer;
    private volatile Verification verification = Verification.PUBLIC_KEY;

    PayNotices(Clock clock, String appId, Post post, ScheduledExecutorService timer) {
        this.clock = clock;
        this.appId = appId;
        this.post = post;
        this.timer = timer;
    }

    /** Which serial number the notices carry. */
    public void verifiedBy(Verification mode) {
        verification = mode;
    }

    /** The payment notice of a paid order, or its forgery. */
    public Delivery payment(PayOrder order, @Nullable Forgery forgery) {
        // A repetition still tells of the payment, also when the order was refunded meanwhile.
        var content = OrdersApi.transaction(order.is(PayOrder.State.SUCCESS), appId);
        if (forgery == Forgery.AMOUNT)
            ((ObjectNode) content.get("amount"))
                    .put("total", order.totalFen() + 1)
                    .put("payer_total", order.totalFen() + 1);
        return deliver(order.notifyUrl(), payment(order, content), forgery);
    }

    /** The payment notice of a paid order, once and by a way of its own. */
    public Delivery paymentBy(PayOrder order, Post way) {
        var body = payment(order, OrdersApi.transaction(order.is(PayOrder.State.SUCCESS), appId));
        return way.post(URI.create(order.notifyUrl()).getRawPath(), body, headers(body, null));
    }

    private byte[] payment(PayOrder order, ObjectNode content) {
        var id = order.noticeId() == null ? UUID.randomUUID().toString() : order.noticeId();
        return envelope(id, "TRANSACTION.SUCCESS", "支付成功", "transaction", content);
    }

    /** The notice of a settled refund; null when the merchant asked for none. */
    public @Nullable Delivery refund(PayRefund refund) {
        return refund(refund, null);
    }

    /** The notice of a refund, or its forgery. */
    public @Nullable Delivery refund(PayRefund refund, @Nullable Forgery forgery) {
        if (refund.notifyUrl() == null) return null;
        var content = RefundsApi.notice(refund);
        if (forgery == Forgery.AMOUNT) ((ObjectNode) content.get("amount")).put("refund", refund.refundFen() + 1);
        var summary = refund.status() == PayRefund.Status.SUCCESS ? "退款成功" : "退款异常";
        var id = UUID.nameUUIDFromBytes((refund.refundId() + refund.status()).getBytes(StandardCharsets.UTF_8));
        var event = "REFUND." + refund.status();
        var body = envelope(id.toString(), event, summary, "refund", content);
        return deliver(refund.notifyUrl(), body, forgery);
    }

    /** The notice of a complaint, or its forgery. Where it goes is entered at WeChat Pay once, not with each order. */
    public Delivery complaint(PayComplaint complaint, String action, @Nullable Forgery forgery) {
        var id = UUID.nameUUIDFromBytes(
                (complaint.complaintId() + action + complaint.answers().size()).getBytes(StandardCharsets.UTF_8));
        var body = envelope(
                id.toString(), "COMPLAINT.CREATE", "产生新投诉", "complaint", ComplaintsApi.notice(complaint, action));
        return deliver("http://app/callbacks/wechat-pay/complaints", body, forgery);
    }

    private Delivery deliver(String notifyUrl, byte[] body, @Nullable Forgery forgery) {
        var path = URI.create(notifyUrl).getRawPath();
        var delivery = post.post(path, body, headers(body, forgery));
        if (forgery == null && !delivery.accepted()) repeat(path, body, 0);
        return delivery;
    }

    private void repeat(String path, byte[] body, int attempt) {
        if (attempt >= AGAIN_AFTER_SECONDS.size() || timer.isShutdown()) return;
        Runnable again = () -> {
            if (!post.post(path, body, headers(body, null)).accepted()) repeat(path, body, attempt + 1);
        };
        timer.schedule(again, AGAIN_AFTER_SECONDS.get(attempt), TimeUnit.SECONDS);
    }

    private byte[] envelope(String id, String event, String summary, String type, ObjectNode content) {
        var json = Json.object()
                .put("id", id)
                .put("create_time", SandboxClock.rfc3339(clock.instant()))
                .put("resource_type", "encrypt-resource")
                .put("event_type", event)
                .put("summary", summary);
        json.set("resource", Crypto.encrypted(Json.write(content), type).put("original_type", type));
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> headers(byte[] body, @Nullable Forgery forgery) {
        var merchant = Merchant.only();
        var serial = verification == Verification.PUBLIC_KEY ? Merchant.PUBLIC_KEY_ID : merchant.platformSerial();
        var keys = merchant.platformKeys();
        var at = clock.instant();
        if (forgery == Forgery.TIMESTAMP) at = at.minus(STALE);
        if (forgery == Forgery.CERTIFICATE) {
            keys = merchant.strangersKeys();
            serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
        }
        var headers = new LinkedHashMap<>(Crypto.signed(body, at.getEpochSecond(), keys, serial));
        if (forgery == Forgery.SIGNATURE) headers.put("Wechatpay-Signature", Crypto.gibberish());
        if (forgery == Forgery.PROBE) headers.put("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + Crypto.gibberish());
        return headers;
    }

    /** How a notice reaches the application. */
    public interface Post {
        Delivery post(String path, byte[] body, Map<String, String> headers);
    }
}
