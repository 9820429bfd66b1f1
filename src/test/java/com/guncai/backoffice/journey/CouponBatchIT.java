package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Files.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files that staff hand in, over the same REST API as Tasklist: previewed, decided, issued or imported once, told. */
@BackofficeTest
class CouponBatchIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    Json sandbox;
    Clerk clerk;
    Clerk manager;

    @BeforeEach
    void meet() {
        sandbox = Json.at(port);
        sandbox.delete("/sandbox/codes").is(204);
        clerk = new Clerk(port, "coupon");
        manager = new Clerk(port, "manager");
    }

    @Test
    void couponsForPhonesThatNeverSignedInAreThereWhenTheyDo() {
        var phone = newPhone();
        var batch = newNumber();
        var process = issue(clerk, "flower-30", batch, "手机号,数量", phone + ",2", "1380013,1", phone + ",1");

        var task = task(manager, process, "Task_ApproveIssue");
        var card = manager.card(task).is(200).text("/order/value");
        assertThat(card)
                .contains(batch, "鲜花 30 元抵扣券", "\"good\":\"1 行\"", "\"coupons\":\"2 张\"", "¥60.00", "\"bad\":\"2 行\"")
                .contains("不是 11 位手机号", "与第 2 行重复")
                .doesNotContain(phone);
        manager.completes(task, Map.of("approved", true)).is(204);

        await().untilAsserted(() -> assertThat(sms(phone)).hasSize(1));
        assertThat(sms(phone).get(0).toString()).contains("SMS_CUSTOMER_COUPONS_ISSUED", "鲜花 30 元抵扣券", "\"2\"");
        assertThat(MiniProgram.of(port, phone).coupons("ISSUED")).hasSize(2);
        await().untilAsserted(() -> assertThat(isOver(process)).isTrue());
    }

    @Test
    void theSameBatchNumberAgainChangesNothing() {
        var phone = newPhone();
        var batch = newNumber();
        approve(issue(clerk, "fuel-50", batch, "手机号", phone));
        await().untilAsserted(() -> assertThat(coupons(phone)).isOne());

        var again = start(clerk, "CouponIssueProcess", "名单.csv", csv("手机号", phone), issueFields("fuel-50", batch));

        assertThat(again.is(500).body()).contains("批次号 " + batch + " 已于", "重复提交不会再发");
        assertThat(coupons(phone)).isOne();
        assertThat(sms(phone)).hasSize(1);
    }

    @Test
    void whoHandsAListInDoesNotApproveIt() {
        var phone = newPhone();
        var process = issue(manager, "fuel-50", newNumber(), "手机号", phone);
        var task = task(manager, process, "Task_ApproveIssue");

        var refused = manager.completes(task, Map.of("approved", true));

        assertThat(refused.is(500).body()).contains("提交人不能批准自己的批次");
        assertThat(coupons(phone)).isZero();
        assertThat(new Clerk(port, "coupon")
                        .completes(task, Map.of("approved", true))
                        .status())
                .as("nor does the coupon desk")
                .isEqualTo(403);
    }

    @Test
    void aListThatWasDeclinedMayComeAgain() {
        var phone = newPhone();
        var batch = newNumber();
        var process = issue(clerk, "fuel-50", batch, "手机号", phone);
        manager.completes(task(manager, process, "Task_ApproveIssue"), Map.of("approved", false))
                .is(204);
        await().untilAsserted(() -> assertThat(isOver(process)).isTrue());
        assertThat(coupons(phone)).isZero();

        approve(issue(clerk, "fuel-50", batch, "手机号", phone));

        await().untilAsserted(() -> assertThat(coupons(phone)).isOne());
    }

    @Test
    void moreCodesThanThereAreCannotBeApproved() {
        sandbox.post("/sandbox/codes", Map.of("count", 1)).is(201);
        var phones = List.of(newPhone(), newPhone());
        var process = issue(clerk, "movie-30", newNumber(), "手机号", phones.get(0), phones.get(1));
        var task = task(manager, process, "Task_ApproveIssue");

        assertThat(manager.completes(task, Map.of("approved", true)).is(500).body())
                .contains("可发库存只有 1 张，本批需要 2 张");

        var more = sandbox.post("/sandbox/codes", Map.of("count", 1)).is(201);
        manager.completes(task, Map.of("approved", true)).is(204);
        await().untilAsserted(() ->
                assertThat(coupons(phones.get(0)) + coupons(phones.get(1))).isEqualTo(2));
        assertThat(more.body())
                .contains(MiniProgram.of(port, phones.get(1)).codes().get(0));
    }

    @Test
    void importedCodesAreInStockEachOnce() {
        var codes = newCodes(3);
        var file = csv("淘票票发货单,", "券码,有效期至,面值", line(codes, 0), line(codes, 1), line(codes, 0), codes.get(2) + ",,30");
        var process = importCodes("券码.csv", file);
        var task = task(clerk, process, "Task_ConfirmImport");
        assertThat(clerk.card(task).is(200).text("/order/value"))
                .contains("\"coupons\":\"2 张\"", "与第 3 行重复", "没有有效期至", "人保", "¥81.50")
                .doesNotContain(codes);
        clerk.completes(task, Map.of("confirmed", true)).is(204);
        await().untilAsserted(() -> assertThat(inStock()).isEqualTo(2));

        var again = importCodes("券码.csv", file);
        var second = task(clerk, again, "Task_ConfirmImport");
        assertThat(clerk.card(second).is(200).text("/order/value")).contains("这个券码以前导入过");
        assertThat(clerk.completes(second, Map.of("confirmed", true)).is(500).body())
                .contains("没有一行可以处理");
        clerk.completes(second, Map.of("confirmed", false)).is(204);
        assertThat(inStock()).isEqualTo(2);
    }

    @Test
    void anImportServesWhoWaits() {
        var customer = MiniProgram.of(port, newPhone());
        var orderNo = customer.buys("movie-30", 1).is(201).text("/orderNo");
        customer.pays(orderNo);
        await().untilAsserted(() -> assertThat(clerk.task(orderNo)).isPresent());

        var codes = newCodes(1);
        var process = importCodes("券码.csv", csv("券码,有效期至", line(codes, 0)));
        clerk.completes(task(clerk, process, "Task_ConfirmImport"), Map.of("confirmed", true))
                .is(204);

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("COMPLETED"));
        assertThat(customer.codes()).isEqualTo(codes);
    }

    @Test
    void codesThatAreTooCloseToTheirExpiryAreDiscardedAtOnce() {
        var codes = newCodes(1);
        var soon = OffsetDateTime.parse(sandbox.get("/sandbox/clock").text("/now"))
                .toLocalDate()
                .plusDays(20);
        var process = importCodes("券码.csv", csv("券码,有效期至", codes.get(0) + "," + soon));
        var task = task(clerk, process, "Task_ConfirmImport");
        assertThat(clerk.card(task).is(200).text("/order/value")).contains("1 张，有效期不足一个月");

        clerk.completes(task, Map.of("confirmed", true)).is(204);

        await().untilAsserted(() -> assertThat(isOver(process)).isTrue());
        assertThat(inStock()).isZero();
    }

    @Test
    void nothingOfTheFileStaysInTheEngine() {
        var phone = newPhone();
        approve(issue(clerk, "fuel-50", newNumber(), "手机号", phone));
        await().untilAsserted(() -> assertThat(coupons(phone)).isOne());

        for (var kept : List.of(
                "act_ru_variable where type_ = 'file'",
                "act_hi_varinst where var_type_ = 'file'",
                "act_hi_detail where var_type_ = 'file'",
                "act_ge_bytearray where name_ = 'file'",
                "coupon_batch_file")) {
            assertThat(jdbc.queryForObject("select count(*) from " + kept, Long.class))
                    .as(kept)
                    .isZero();
        }
    }

    @Test
    void everyOwnerIsToldThoughTheProviderFailsMeanwhile() {
        var phones = IntStream.range(0, 5).mapToObj(i -> newPhone()).toList();
        sandbox.post("/sandbox/faults", Map.of("target", "sms", "fault", "error", "times", 2))
                .is(200);

        approve(issue(clerk, "fuel-50", newNumber(), lines(phones)));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(phones)
                .allSatisfy(phone -> assertThat(sms(phone)).hasSize(1)));
    }

    private static String[] lines(List<String> phones) {
        var lines = new ArrayList<>(List.of("手机号"));
        lines.addAll(phones);
        return lines.toArray(String[]::new);
    }

    private String issue(Clerk by, String product, String batch, String... lines) {
        return start(by, "CouponIssueProcess", "名单.csv", csv(lines), issueFields(product, batch))
                .is(200)
                .text("/id");
    }

    private static Map<String, String> issueFields(String product, String batch) {
        return Map.of("couponProduct", product, "batchNo", batch);
    }

    private String importCodes(String name, byte[] file) {
        var fields = Map.of("couponProduct", "movie-30", "boughtBy", "PICC", "purchaseCostYuan", "81.5");
        return start(clerk, "CouponImportProcess", name, file, fields).is(200).text("/id");
    }

    private static Answer start(Clerk by, String process, String name, byte[] file, Map<String, String> fields) {
        return by.rest()
                .post(
                        "/engine-rest/process-definition/key/" + process + "/submit-form",
                        Files.form(name, file, fields));
    }

    private void approve(String process) {
        manager.completes(task(manager, process, "Task_ApproveIssue"), Map.of("approved", true))
                .is(204);
    }

    private static String task(Clerk by, String process, String definition) {
        var query = "/task?processInstanceId=" + process + "&taskDefinitionKey=" + definition;
        await().untilAsserted(() -> assertThat(by.asks(query)).hasSize(1));
        return by.asks(query).at("/0/id").asText();
    }

    private boolean isOver(String process) {
        return new Clerk(port, "admin")
                .asks("/history/process-instance/" + process)
                .at("/state")
                .asText()
                .equals("COMPLETED");
    }

    private List<JsonNode> sms(String phone) {
        var arrived = new ArrayList<JsonNode>();
        sandbox.get("/sandbox/sms?phone=" + phone).is(200).json().forEach(arrived::add);
        return arrived;
    }

    private int coupons(String phone) {
        return MiniProgram.of(port, phone).coupons("ISSUED").size();
    }

    private long inStock() {
        var count = jdbc.queryForObject("select count(*) from coupon_code where state = 'IN_STOCK'", Long.class);
        return count == null ? 0 : count;
    }

    private static String line(List<String> codes, int index) {
        return codes.get(index) + ",2099年12月31日,30";
    }

    private static List<String> newCodes(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> "T" + UUID.randomUUID().toString().replace("-", "").toUpperCase())
                .toList();
    }

    private static String newNumber() {
        return "PICC-" + System.nanoTime();
    }

    private static String newPhone() {
        return "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
    }
}
