package com.guncai.backoffice.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.Multipart;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A customer with the mini-program: signs in at the sandbox's WeChat and uses the API as the phone does. */
public class MiniProgram {
    private final Json plain;
    private final Json api;
    private final String openid;
    private final String phone;
    private final String accessToken;
    private final long id;

    private MiniProgram(Json plain, String openid, String phone, String accessToken, long id) {
        this.plain = plain;
        this.api = plain.bearing(accessToken);
        this.openid = openid;
        this.phone = phone;
        this.accessToken = accessToken;
        this.id = id;
    }

    /** A new WeChat user who signed in and bound the phone. */
    public static MiniProgram of(int port, String phone) {
        var plain = Json.at(port);
        var user = plain.post("/sandbox/wechat/users", Map.of("phone", phone));
        var signedIn = signedIn(plain, user, user.text("/openid"), phone);
        signedIn.api
                .post("/api/v1/me/phone", Map.of("phoneCode", user.text("/phoneCode")))
                .is(200);
        return signedIn;
    }

    /** A new WeChat user who signed in and gave no phone number. */
    public static MiniProgram withoutPhone(int port) {
        var plain = Json.at(port);
        var user = plain.post("/sandbox/wechat/users", Map.of());
        return signedIn(plain, user, user.text("/openid"), "");
    }

    /** The same WeChat user with a new session. */
    public MiniProgram signsInAgain() {
        return signedIn(plain, plain.post("/sandbox/wechat/users/" + openid + "/codes"), openid, phone);
    }

    private static MiniProgram signedIn(Json plain, Answer codes, String openid, String phone) {
        var session = plain.post("/api/v1/sessions", Map.of("loginCode", codes.text("/loginCode")))
                .is(201);
        return new MiniProgram(
                plain,
                openid,
                phone,
                session.text("/accessToken"),
                session.json().at("/customer/id").asLong());
    }

    /** The same phone with the same session, whose calls another node gets. */
    public MiniProgram at(int port) {
        return new MiniProgram(Json.at(port), openid, phone, accessToken, id);
    }

    public Json api() {
        return api;
    }

    /** Of the customer, in the tables. */
    public long id() {
        return id;
    }

    public String accessToken() {
        return accessToken;
    }

    public String openid() {
        return openid;
    }

    public String phone() {
        return phone;
    }

    /** A flower order that nothing is wrong with, for tomorrow at ten. */
    public Map<String, Object> flowers() {
        var now = OffsetDateTime.parse(plain.get("/sandbox/clock").text("/now"));
        var slot = now.withOffsetSameInstant(ZoneOffset.ofHours(8))
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.of(10, 0))
                .atOffset(ZoneOffset.ofHours(8));
        var order = new HashMap<String, Object>();
        order.put("flowerId", "red-roses-11");
        order.put("city", "南宁");
        order.put("address", "青秀区民族大道 100 号 8 栋 1201");
        order.put("recipient", "收花人甲");
        order.put("phone", "13900000001");
        order.put("deliverySlot", slot.toString());
        order.put("cardMessage", "生日快乐");
        return order;
    }

    public Answer orders(Map<String, Object> flowers) {
        return orders(flowers, UUID.randomUUID().toString());
    }

    public Answer orders(Map<String, Object> flowers, String idempotencyKey) {
        return api.with("Idempotency-Key", idempotencyKey).post("/api/v1/flower-orders", flowers);
    }

    /** Places a good order and answers its number. */
    public String placesFlowers() {
        return orders(flowers()).is(201).text("/orderNo");
    }

    /** Asks for a top-up; the amount in fen. */
    public Answer topsUp(String phone, long faceFen) {
        return api.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/top-up-orders", Map.of("phone", phone, "faceFen", faceFen));
    }

    /** Asks for coupons of a product. */
    public Answer buys(String productId, int quantity) {
        return api.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/coupon-orders", Map.of("productId", productId, "quantity", quantity));
    }

    /** Binds another phone to the same account. */
    public Answer binds(String number) {
        var code = plain.post("/sandbox/wechat/users", Map.of("phone", number)).text("/phoneCode");
        return api.post("/api/v1/me/phone", Map.of("phoneCode", code));
    }

    /** The coupons of a state in the wallet. */
    public JsonNode coupons(String status) {
        return api.get("/api/v1/coupons?status=" + status).is(200).json().at("/items");
    }

    /** The codes behind all coupons in the wallet, each shown by a tap. */
    public List<String> codes() {
        return Stream.of("ISSUED", "USED")
                .flatMap(state -> coupons(state).findValuesAsText("id").stream())
                .distinct()
                .map(coupon -> redeems(Long.parseLong(coupon)).is(200).text("/code"))
                .toList();
    }

    public Answer redeems(long coupon) {
        return api.post("/api/v1/coupons/" + coupon + "/redemption");
    }

    public Answer pays(String orderNo) {
        return paysWith(Map.of("orderNo", orderNo));
    }

    public Answer paysWith(Map<String, Object> how) {
        return plain.post("/sandbox/wechat-pay/payments", how).is(200);
    }

    public Answer asksForRefund(String orderNo, String reason) {
        return api.post("/api/v1/orders/" + orderNo + "/refund-request", Map.of("reason", reason));
    }

    public Answer changesDelivery(String orderNo, Map<String, Object> change) {
        return api.post("/api/v1/orders/" + orderNo + "/delivery", change);
    }

    public Answer withdrawsRefund(String orderNo) {
        return api.delete("/api/v1/orders/" + orderNo + "/refund-request");
    }

    /** Asks customer service for help, with pictures. */
    public Answer asksForHelp(String orderNo, String topic, String text, byte[]... pictures) {
        var form = new Multipart().json("request", Map.of("topic", topic, "text", text));
        for (var picture : pictures) {
            form.file("picture", "p.png", "image/png", picture);
        }
        return api.post("/api/v1/orders/" + orderNo + "/after-sales", form);
    }

    public Answer confirmsDelivery(String orderNo) {
        return api.post("/api/v1/orders/" + orderNo + "/delivery-confirmation");
    }

    public Answer order(String orderNo) {
        return api.get("/api/v1/orders/" + orderNo);
    }

    public String status(String orderNo) {
        return order(orderNo).is(200).text("/status");
    }

    /** What the customer reads of an order. */
    public List<String> timeline(String orderNo) {
        return order(orderNo).is(200).json().at("/timeline").findValuesAsText("text");
    }
}
