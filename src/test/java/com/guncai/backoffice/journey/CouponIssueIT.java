package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.BatchDesks.newNumber;
import static com.guncai.backoffice.journey.BatchDesks.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists of phones over the same REST API as Tasklist: previewed, decided by another, issued once, told. */
@BackofficeTest
class CouponIssueIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    Json sandbox;
    BatchDesks desks;

    @BeforeEach
    void meet() {
        sandbox = Json.at(port);
        sandbox.delete("/sandbox/codes").is(204);
        desks = new BatchDesks(port);
    }

    @Test
    void couponsForPhonesThatNeverSignedInAreThereWhenTheyDo() {
        var phone = newPhone();
        var batch = newNumber();
        var process = desks.issue(desks.clerk, "flower-30", batch, "手机号,数量", phone + ",2", "1380013,1", phone + ",1");

        var task = desks.task(desks.manager, process, "Task_ApproveIssue");
        var card = desks.manager.card(task).is(200).text("/order/value");
        assertThat(card)
                .contains(batch, "鲜花 30 元抵扣券", "\"good\":\"1 行\"", "\"coupons\":\"2 张\"", "¥60.00", "\"bad\":\"2 行\"")
                .contains("不是 11 位手机号", "与第 2 行重复")
                .doesNotContain(phone);
        desks.manager.completes(task, Map.of("approved", true)).is(204);

        await().untilAsserted(() -> assertThat(sms(phone)).hasSize(1));
        assertThat(sms(phone).get(0).toString()).contains("SMS_CUSTOMER_COUPONS_ISSUED", "鲜花 30 元抵扣券", "\"2\"");
        assertThat(MiniProgram.of(port, phone).coupons("ISSUED")).hasSize(2);
        await().untilAsserted(() -> assertThat(desks.isOver(process)).isTrue());
    }

    @Test
    void theSameBatchNumberAgainChangesNothing() {
        var phone = newPhone();
        var batch = newNumber();
        desks.approve(desks.issue(desks.clerk, "fuel-50", batch, "手机号", phone));
        await().untilAsserted(() -> assertThat(coupons(phone)).isOne());

        var again = desks.asksToIssue(desks.clerk, "fuel-50", batch, "手机号", phone);

        assertThat(again.is(400).body()).contains("批次号 " + batch + " 已于", "重复提交不会再发");
        assertThat(coupons(phone)).isOne();
        assertThat(sms(phone)).hasSize(1);
    }

    @Test
    void whoHandsAListInDoesNotApproveIt() {
        var phone = newPhone();
        var process = desks.issue(desks.manager, "fuel-50", newNumber(), "手机号", phone);
        var task = desks.task(desks.manager, process, "Task_ApproveIssue");

        assertThat(desks.manager.claims(task).is(400).body()).contains("提交人不能审批自己的批次");
        assertThat(desks.manager
                        .completes(task, Map.of("approved", false))
                        .is(400)
                        .body())
                .contains("提交人不能审批自己的批次");
        var refused = desks.manager.completes(task, Map.of("approved", true));

        assertThat(refused.is(400).body()).contains("提交人不能审批自己的批次");
        assertThat(coupons(phone)).isZero();
        assertThat(new Clerk(port, "coupon")
                        .completes(task, Map.of("approved", true))
                        .status())
                .as("nor does the coupon desk")
                .isEqualTo(403);
    }

    /** Who may start the process would otherwise start it behind the task of the other pair of eyes. */
    @Test
    void nobodyStartsBehindTheApproval() {
        var phone = newPhone();
        var batch = newNumber();
        desks.task(desks.manager, desks.issue(desks.clerk, "fuel-50", batch, "手机号", phone), "Task_ApproveIssue");
        var caseNo = jdbc.queryForObject("select case_no from coupon_batch where batch_no = ?", String.class, batch);
        for (var start : List.of(
                "CouponIssueProcess/Task_RecordDecision",
                "CouponIssueProcess/Task_IssueCoupons",
                "CouponIssueProcess/Task_TellOwners",
                "CouponImportProcess/Task_RecordDecision")) {
            assertThat(desks.startsAt(desks.clerk, start, caseNo).is(400).body())
                    .as(start)
                    .contains("流程只能从头发起");
        }
        assertThat(coupons(phone)).isZero();
    }

    @Test
    void aBatchNumberIsTheSameInAnyCase() {
        var phone = newPhone();
        var batch = newNumber();
        desks.approve(desks.issue(desks.clerk, "fuel-50", batch, "手机号", phone));
        await().untilAsserted(() -> assertThat(coupons(phone)).isOne());

        var again = desks.asksToIssue(desks.clerk, "fuel-50", batch.toLowerCase(Locale.ROOT), "手机号", phone);

        assertThat(again.is(400).body()).contains("重复提交不会再发");
    }

    @Test
    void aListThatWasDeclinedMayComeAgain() {
        var phone = newPhone();
        var batch = newNumber();
        var process = desks.issue(desks.clerk, "fuel-50", batch, "手机号", phone);
        desks.manager
                .completes(desks.task(desks.manager, process, "Task_ApproveIssue"), Map.of("approved", false))
                .is(204);
        await().untilAsserted(() -> assertThat(desks.isOver(process)).isTrue());
        assertThat(coupons(phone)).isZero();

        desks.approve(desks.issue(desks.clerk, "fuel-50", batch, "手机号", phone));

        await().untilAsserted(() -> assertThat(coupons(phone)).isOne());
    }

    @Test
    void moreCodesThanThereAreCannotBeApproved() {
        sandbox.post("/sandbox/codes", Map.of("count", 1)).is(201);
        var phones = List.of(newPhone(), newPhone());
        var process = desks.issue(desks.clerk, "movie-30", newNumber(), "手机号", phones.get(0), phones.get(1));
        var task = desks.task(desks.manager, process, "Task_ApproveIssue");

        assertThat(desks.manager
                        .completes(task, Map.of("approved", true))
                        .is(400)
                        .body())
                .contains("可发库存只有 1 张，本批需要 2 张");

        var more = sandbox.post("/sandbox/codes", Map.of("count", 1)).is(201);
        desks.manager.completes(task, Map.of("approved", true)).is(204);
        await().untilAsserted(() ->
                assertThat(coupons(phones.get(0)) + coupons(phones.get(1))).isEqualTo(2));
        assertThat(more.body())
                .contains(MiniProgram.of(port, phones.get(1)).codes().get(0));
    }

    @Test
    void everyOwnerIsToldThoughTheProviderFailsMeanwhile() {
        var phones = IntStream.range(0, 5).mapToObj(i -> newPhone()).toList();
        sandbox.post("/sandbox/faults", Map.of("target", "sms", "fault", "error", "times", 2))
                .is(200);

        desks.approve(desks.issue(desks.clerk, "fuel-50", newNumber(), lines(phones)));

        await().untilAsserted(() ->
                assertThat(phones).allSatisfy(phone -> assertThat(sms(phone)).hasSize(1)));
    }

    private static String[] lines(List<String> phones) {
        var lines = new ArrayList<>(List.of("手机号"));
        lines.addAll(phones);
        return lines.toArray(String[]::new);
    }

    private List<JsonNode> sms(String phone) {
        var arrived = new ArrayList<JsonNode>();
        sandbox.get("/sandbox/sms?phone=" + phone).is(200).json().forEach(arrived::add);
        return arrived;
    }

    private int coupons(String phone) {
        return MiniProgram.of(port, phone).coupons("ISSUED").size();
    }
}
