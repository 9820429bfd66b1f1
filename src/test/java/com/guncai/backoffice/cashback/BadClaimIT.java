package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.receipt.HostilePictures;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.Multipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is wrong with a claim is answered with a problem, and leaves neither a file nor a held coupon behind. */
@BackofficeTest
class BadClaimIT {
    private static final Path STORE = Path.of("target/receipts");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    Claimant customer;
    long coupon;
    long files;

    @BeforeEach
    void aCustomerHasACoupon() throws IOException {
        customer = new Claimant(port);
        coupon = customer.gets("ev-charge-50");
        files = files();
    }

    @ParameterizedTest
    @CsvSource({
        "service, null, REQUEST_INVALID",
        "service, '\"FLOWER\"', SERVICE_NOT_OFFERED",
        "service, '\"TAXI\"', REQUEST_INVALID",
        "brand, null, BRAND_REQUIRED",
        "brand, '\"没有的品牌\"', BRAND_NOT_OFFERED",
        "brand, '\"、\"', BRAND_NOT_OFFERED",
        "brand, '\"特来电、\"', BRAND_NOT_OFFERED",
        "brand, '\"、特来电\"', BRAND_NOT_OFFERED",
        "spentFen, null, REQUEST_INVALID",
        "spentFen, 0, REQUEST_INVALID",
        "spentFen, -1, REQUEST_INVALID",
        "spentFen, 100.5, REQUEST_INVALID",
        "spentFen, 99999999999, REQUEST_INVALID",
        "payee, null, REQUEST_INVALID",
        "payee, '{}', REQUEST_INVALID",
        "payee, '{\"phone\":\"13900000003\"}', PAYEE_INCOMPLETE",
        "payee, '{\"phone\":\"123\",\"alipayAccount\":\"13800138000\"}', REQUEST_INVALID",
        "payee, '{\"phone\":\"13900000003\",\"realName\":\"韦某某\",\"bankCardNo\":\"6222021234567890127\"}', BANK_CARD_INVALID",
        "couponId, '\"x\"', REQUEST_INVALID",
        "amountFen, 1, REQUEST_INVALID"
    })
    void aWrongFieldIsRefused(String field, String value, String code) {
        var fields = new HashMap<>(Map.of(
                "service", "\"EV_CHARGE\"",
                "brand", "\"特来电\"",
                "spentFen", "20000",
                "payee", "{\"alipayAccount\":\"13800138000\",\"phone\":\"13900000003\"}"));
        fields.put(field, value);
        var json = new StringBuilder();
        fields.forEach((name, text) -> json.append(json.isEmpty() ? "{" : ",").append("\"" + name + "\":" + text));

        var answer = submits(new Multipart()
                .json("claim", json.append("}").toString())
                .file("receipt", "r.jpg", "image/jpeg", Claimant.screenshot()));

        leavesNothing(answer, 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"x\"", "{\"service\":{}}"})
    void whatIsNoClaimIsRefused(String claim) {
        leavesNothing(
                submits(new Multipart()
                        .json("claim", claim)
                        .file("receipt", "r.jpg", "image/jpeg", Claimant.screenshot())),
                400,
                "REQUEST_INVALID");
    }

    @Test
    void aMissingPartIsNamed() {
        leavesNothing(submits(new Multipart().json("claim", charge())), 400, "RECEIPT_MISSING");
        leavesNothing(
                submits(new Multipart().file("receipt", "r.jpg", "image/jpeg", Claimant.screenshot())),
                400,
                "CLAIM_MISSING");
        leavesNothing(submits(new Multipart()), 400, "CLAIM_MISSING");
    }

    @Test
    void aFormThatIsBrokenIsRefused() {
        leavesNothing(
                submits(new Multipart()
                        .json("claim", charge())
                        .file("receipt", "a\0b.jpg", "image/jpeg", Claimant.screenshot())),
                400,
                "REQUEST_INVALID");
    }

    @Test
    void aBadPictureIsRefusedWhateverItIsCalled() {
        leavesNothing(picture(new byte[0]), 400, "RECEIPT_MISSING");
        leavesNothing(picture(HostilePictures.text("<svg/>")), 400, "RECEIPT_NOT_A_PICTURE");
        leavesNothing(picture(HostilePictures.heic()), 400, "RECEIPT_HEIC_NOT_SUPPORTED");
        leavesNothing(picture(HostilePictures.bombPng()), 400, "RECEIPT_TOO_MANY_PIXELS");
        leavesNothing(picture(HostilePictures.half(Claimant.screenshot())), 400, "RECEIPT_DAMAGED");
        leavesNothing(picture(new byte[10 * 1024 * 1024 + 1]), 413, "BODY_TOO_LARGE");
        leavesNothing(picture(new byte[14 * 1024 * 1024]), 413, "BODY_TOO_LARGE");
    }

    @Test
    void aClaimWithoutAKeyOrASignInIsRefused() {
        var form =
                new Multipart().json("claim", charge()).file("receipt", "r.jpg", "image/jpeg", Claimant.screenshot());
        leavesNothing(customer.phone().api().post("/api/v1/cashback-claims", form), 400, "IDEMPOTENCY_KEY_REQUIRED");
        leavesNothing(
                com.guncai.backoffice.testing.Json.at(port).post("/api/v1/cashback-claims", form),
                401,
                "NOT_SIGNED_IN");
        leavesNothing(
                customer.phone().api().with("Idempotency-Key", "k").post("/api/v1/cashback-claims", charge()),
                415,
                "MEDIA_TYPE_NOT_SUPPORTED");
    }

    @Test
    void aMissingKeyIsNoticedBeforeThePictureIsLookedAt() {
        var form = new Multipart()
                .json("claim", charge())
                .file("receipt", "r.jpg", "image/jpeg", HostilePictures.text("<svg/>"));

        leavesNothing(customer.phone().api().post("/api/v1/cashback-claims", form), 400, "IDEMPOTENCY_KEY_REQUIRED");
    }

    /** {@code wx.uploadFile} sends fields without a type, and any name for the file. */
    @Test
    void aMiniProgramUploadsAsItDoes() throws Exception {
        var json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(charge());

        submits(new Multipart()
                        .field("claim", json)
                        .file("receipt", "../../tmp_1.svg", "application/octet-stream", Claimant.screenshot()))
                .is(201);
        assertThat(files()).isEqualTo(files + 2);
    }

    private Map<String, Object> charge() {
        var claim = Claimant.claim("EV_CHARGE");
        claim.put("brand", "特来电");
        return claim;
    }

    private Answer picture(byte[] file) {
        return customer.submits(charge(), file);
    }

    private Answer submits(Multipart form) {
        return customer.submits(form, UUID.randomUUID().toString());
    }

    private void leavesNothing(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(customer.coupon(coupon)).isEqualTo("ISSUED");
        assertThat(files()).isEqualTo(files);
        assertThat(jdbc.queryForObject(
                        "select count(*) from receipt where order_no is null and not of_case", Integer.class))
                .isZero();
    }

    private static long files() {
        try {
            Files.createDirectories(STORE);
            try (var all = Files.walk(STORE)) {
                return all.filter(Files::isRegularFile).count();
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
