package com.guncai.backoffice.cashback;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.receipt.DrawnReceipts;
import com.guncai.backoffice.receipt.Retouched;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.Multipart;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer who wants cash back. */
public class Claimant {
    static final String CARD = "6222021234567890128";
    static final String NAME = "韦某某";
    static final String ALIPAY = "claimant.one@example.com";

    private static final AtomicInteger RECEIPTS = new AtomicInteger(1000);

    private final int port;
    private final MiniProgram phone;

    public Claimant(int port) {
        this(port, MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000))));
    }

    public Claimant(int port, MiniProgram phone) {
        this.port = port;
        this.phone = phone;
    }

    public MiniProgram phone() {
        return phone;
    }

    /** Gets a coupon; answers its id. */
    long gets(String product) {
        return Json.at(port)
                .post("/sandbox/coupons", Map.of("phone", phone.phone(), "product", product))
                .is(201)
                .json()
                .get("id")
                .asLong();
    }

    static Map<String, Object> alipay() {
        return Map.of("alipayAccount", ALIPAY, "phone", "13900000003");
    }

    static Map<String, Object> bank() {
        return Map.of("realName", NAME, "bankCardNo", CARD, "phone", "13900000003");
    }

    static Map<String, Object> claim(String service) {
        var claim = new HashMap<String, Object>();
        claim.put("service", service);
        claim.put("spentFen", 20_000);
        claim.put("payee", bank());
        return claim;
    }

    /** A screenshot that nobody handed in before. */
    static byte[] screenshot() {
        return Retouched.jpeg(DrawnReceipts.wechat(RECEIPTS.incrementAndGet()), 0.9);
    }

    /** Hands in a good claim with a coupon for it; answers its number. */
    public String claims() {
        gets("fuel-50");
        return submits(claim("FUEL"), screenshot()).is(201).text("/orderNo");
    }

    Answer submits(Map<String, Object> claim, byte[] receipt) {
        return submits(claim, receipt, UUID.randomUUID().toString());
    }

    Answer submits(Map<String, Object> claim, byte[] receipt, String key) {
        return submits(new Multipart().json("claim", claim).file("receipt", "r.jpg", "image/jpeg", receipt), key);
    }

    Answer submits(Multipart form, String key) {
        return phone.api().with("Idempotency-Key", key).post("/api/v1/cashback-claims", form);
    }

    Answer corrects(String orderNo, Map<String, Object> payee) {
        return phone.api().post("/api/v1/cashback-claims/" + orderNo + "/payee", payee);
    }

    /** The state of a coupon in the wallet. */
    String coupon(long id) {
        for (var coupon : phone.api().get("/api/v1/coupons").is(200).json().get("items")) {
            if (coupon.get("id").asLong() == id) {
                return coupon.get("status").asText();
            }
        }
        return "none";
    }
}
