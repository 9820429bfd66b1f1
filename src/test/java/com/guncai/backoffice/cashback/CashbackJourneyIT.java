package com.guncai.backoffice.cashback;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.receipt.DrawnReceipts;
import com.guncai.backoffice.receipt.Retouched;
import com.guncai.backoffice.testing.AtOnce;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A claim as customer, reviewer, finance and platforms live it, over HTTP only. */
@BackofficeTest
@ExtendWith(OutputCaptureExtension.class)
class CashbackJourneyIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    Claimant customer;
    Clerk reviewer;
    Clerk finance;

    @BeforeEach
    void meet() {
        customer = new Claimant(port);
        reviewer = new Clerk(port, "review");
        finance = new Clerk(port, "finance");
    }

    @Test
    void fromTheReceiptToTheMoneyWithoutALeftOverOfThePayee(CapturedOutput output) {
        var coupon = customer.gets("ev-charge-50");
        var claim = Claimant.claim("EV_CHARGE");
        claim.put("brand", "特来电");
        var placed = customer.submits(claim, Claimant.screenshot()).is(201);
        var orderNo = placed.text("/orderNo");
        assertThat(placed.text("/status")).isEqualTo("PAID");
        assertThat(placed.json().at("/payableFen").asLong()).isZero();
        assertThat(placed.json().at("/details/cashbackFen").asLong()).isEqualTo(5000);
        assertThat(placed.text("/details/payee/bankCardNo")).isEqualTo("**** 0128");
        assertThat(placed.body()).doesNotContain(Claimant.CARD, Claimant.NAME);
        await().untilAsserted(
                        () -> assertThat(sms("13900010003")).contains(orderNo).contains("新能源车充电"));

        var review = reviewer.awaitsTask(orderNo);
        var card = reviewer.card(id(review)).is(200).text("/order/value");
        assertThat(card).contains("新能源车充电", "特来电", "¥200.00", "¥50.00", "/staff/receipts/" + orderNo, "韦**");
        reviewer.claims(id(review)).is(204);
        reviewer.completes(id(review), Map.of("approved", true)).is(204);
        await().untilAsserted(() -> assertThat(sms("13900010004")).contains(orderNo));

        failsOnce(orderNo);
        customer.corrects(orderNo, Claimant.bank()).is(200);
        var transfer = finance.awaitsTask(orderNo);
        assertThat(finance.card(id(transfer)).is(200).text("/order/value"))
                .contains(Claimant.CARD, Claimant.NAME, "\"50.00\"");
        finance.claims(id(transfer)).is(204);
        finance.completes(id(transfer), Map.of("transferred", true, "transferNo", "BANK" + orderNo))
                .is(204);

        assertThat(customer.phone().status(orderNo)).isEqualTo("COMPLETED");
        assertThat(customer.coupon(coupon)).isEqualTo("USED");
        await().untilAsserted(() -> assertThat(told(orderNo)).endsWith("CUSTOMER_CASHBACK_PAID"));
        assertThat(Everything.in(jdbc)).doesNotContain(Claimant.CARD, Claimant.NAME, Claimant.ALIPAY, "13900000003");
        assertThat(output.getAll()).doesNotContain(Claimant.CARD, Claimant.NAME, Claimant.ALIPAY, "13900000003");
    }

    private void failsOnce(String orderNo) {
        var first = finance.awaitsTask(orderNo);
        finance.claims(id(first)).is(204);
        finance.completes(id(first), Map.of("transferred", false, "failureReason", "户名与卡号不符"))
                .is(204);
        await().untilAsserted(() -> assertThat(told(orderNo)).containsExactly("CUSTOMER_PAYEE_WANTED"));
        customer.corrects(orderNo, Claimant.alipay()).is(200);
        var second = finance.awaitsTask(orderNo);
        assertThat(finance.card(id(second)).text("/order/value"))
                .contains("户名与卡号不符", Claimant.ALIPAY)
                .doesNotContain(Claimant.CARD);
        finance.completes(id(second), Map.of("transferred", false, "failureReason", "账号不存在"))
                .is(204);
    }

    @Test
    void theSameRequestIsTheSameClaim() {
        customer.gets("fuel-50");
        var receipt = Claimant.screenshot();
        var first = customer.submits(Claimant.claim("FUEL"), receipt, "key-1").is(201);

        assertThat(customer.submits(Claimant.claim("FUEL"), receipt, "key-1")
                        .is(201)
                        .text("/orderNo"))
                .isEqualTo(first.text("/orderNo"));
        assertThat(customer.submits(Claimant.claim("FUEL"), Claimant.screenshot(), "key-1")
                        .is(409)
                        .text("/code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(leftOver()).isZero();
    }

    @Test
    void oneCouponPaysOneClaimHoweverManyAreHandedInAtOnce() {
        var coupon = customer.gets("fuel-50");
        var receipt = Claimant.screenshot();
        List<Supplier<String>> claims = IntStream.range(0, 6)
                .<Supplier<String>>mapToObj(i -> () -> customer.submits(Claimant.claim("FUEL"), receipt)
                        .is(201)
                        .text("/status"))
                .toList();

        var states = AtOnce.atOnce(claims);

        assertThat(states)
                .containsOnlyOnce("PAID")
                .filteredOn("REJECTED"::equals)
                .hasSize(5);
        assertThat(customer.coupon(coupon)).isEqualTo("HELD");
    }

    @Test
    void theCouponIsTheOneAskedForOrTheOneThatExpiresFirst() {
        var late = customer.gets("fuel-50");
        var soon = Json.at(port)
                .post(
                        "/sandbox/coupons",
                        Map.of("phone", customer.phone().phone(), "product", "fuel-50", "validUntil", inThirtyDays()))
                .is(201)
                .json()
                .get("id")
                .asLong();
        var wash = customer.gets("car-wash-50");

        customer.submits(Claimant.claim("FUEL"), Claimant.screenshot()).is(201);
        assertThat(List.of(customer.coupon(soon), customer.coupon(late))).containsExactly("HELD", "ISSUED");

        var wrong = Claimant.claim("FUEL");
        wrong.put("couponId", wash);
        assertThat(customer.submits(wrong, Claimant.screenshot()).is(201).text("/status"))
                .isEqualTo("REJECTED");
        var asked = Claimant.claim("FUEL");
        asked.put("couponId", late);
        assertThat(customer.submits(asked, Claimant.screenshot()).is(201).text("/status"))
                .isEqualTo("PAID");
        assertThat(List.of(customer.coupon(late), customer.coupon(wash))).containsExactly("HELD", "ISSUED");
    }

    @Test
    void theReviewerIsToldWhatToLookAtTwice() {
        var receipt = DrawnReceipts.alipay((int) (System.nanoTime() % 1_000_000));
        customer.gets("fuel-50");
        var first = customer.submits(Claimant.claim("FUEL"), Retouched.jpeg(receipt, 0.9))
                .is(201)
                .text("/orderNo");
        assertThat(warnings(first)).doesNotContain("提交过");

        var other = new Claimant(port);
        other.gets("car-wash-50");
        var claim = Claimant.claim("CAR_WASH");
        claim.put("spentFen", 3000);
        var again = other.submits(claim, Retouched.jpeg(Retouched.WITHOUT_TOP.apply(receipt), 0.5))
                .is(201)
                .text("/orderNo");
        var sameFile =
                other.submits(claim, Retouched.jpeg(receipt, 0.9)).is(201).text("/orderNo");

        assertThat(warnings(again)).contains("和提交过的图片几乎一样", first, "其他用户", "消费金额 ¥30.00 低于券面值 ¥50.00", "位其他用户在用");
        assertThat(warnings(first)).as("read fresh").contains("同一张图片已经提交过：订单 " + sameFile);
        other.submits(claim, Claimant.screenshot()).is(201);
        other.gets("car-wash-50");
        var last = other.submits(claim, Claimant.screenshot()).is(201).text("/orderNo");
        assertThat(warnings(last)).contains("24 小时内提交了 4 笔申请", "审核不通过（无有效券）");
    }

    @Test
    void theCatalogueOffersWhatManagersKeepInTheTable() {
        var services = Json.at(port).get("/api/v1/catalog").is(200).json().get("cashbackServices");

        assertThat(services.findValuesAsText("service"))
                .containsExactly("FUEL", "EV_CHARGE", "CAR_WASH", "MAINTENANCE", "PAINT");
        assertThat(texts(services.get(1).get("brands"))).containsExactly("小桔充电", "云快充", "特来电", "南方电网", "天天快充", "驴充充");
        assertThat(texts(services.get(0).get("brands"))).isEmpty();
        assertThat(texts(services.get(3).get("items"))).contains("更换机油");
        assertThat(texts(services.get(4).get("items"))).contains("前保险杠");
        assertThat(services.get(0).get("faceFen").asLong()).isEqualTo(5000);
    }

    private String warnings(String orderNo) {
        return reviewer.card(id(reviewer.awaitsTask(orderNo))).is(200).text("/order/value");
    }

    private int leftOver() {
        return jdbc.queryForObject(
                "select count(*) from receipt where order_no is null and not of_case", Integer.class);
    }

    private String sms(String phone) {
        return Json.at(port).get("/sandbox/sms?phone=" + phone).body();
    }

    /** What the customer was told about an order, oldest first, by whichever way. */
    private List<String> told(String orderNo) {
        var wechat = "/sandbox/wechat/messages?openid=" + customer.phone().openid();
        return Stream.of(wechat, "/sandbox/sms?phone=" + customer.phone().phone())
                .flatMap(mailbox ->
                        StreamSupport.stream(Json.at(port).get(mailbox).json().spliterator(), false))
                .filter(message -> message.get("params").toString().contains(orderNo))
                .sorted(comparing(message -> message.get("at").asText()))
                .map(message -> message.get("template").asText().replaceFirst("^(SMS|TMPL)_", ""))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String id(JsonNode task) {
        return task.get("id").asText();
    }

    private String inThirtyDays() {
        return OffsetDateTime.parse(Json.at(port).get("/sandbox/clock").text("/now"))
                .plusDays(30)
                .toInstant()
                .toString();
    }
}
