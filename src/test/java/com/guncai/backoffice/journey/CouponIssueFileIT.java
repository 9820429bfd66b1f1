package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.BatchDesks.newNumber;
import static com.guncai.backoffice.journey.BatchDesks.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files of phones as people make them: without a good row, not a file at all, full of signs that no database keeps. */
@BackofficeTest
class CouponIssueFileIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    BatchDesks desks;

    @BeforeEach
    void meet() {
        desks = new BatchDesks(port);
    }

    @Test
    void aListWithoutOneGoodRowIsShownToo() {
        var batch = newNumber();
        var process = desks.issue(desks.clerk, "fuel-50", batch, "手机号", "1.38E+10", "1380013");
        var task = desks.task(desks.manager, process, "Task_ApproveIssue");
        assertThat(desks.manager.card(task).is(200).text("/order/value"))
                .contains("\"good\":\"0 行\"", "\"bad\":\"2 行\"", "科学计数法", "不是 11 位手机号");
        assertThat(desks.manager
                        .completes(task, Map.of("approved", "yes"))
                        .is(400)
                        .body())
                .as("an answer that is neither yes nor no")
                .contains("请选择“是”或“否”");
        assertThat(desks.manager
                        .completes(task, Map.of("approved", true))
                        .is(400)
                        .body())
                .contains("没有一行可以处理");

        desks.manager.completes(task, Map.of("approved", false)).is(204);

        await().untilAsserted(() -> assertThat(desks.isOver(process)).isTrue());
    }

    @Test
    void aFileThatIsNoneStartsNothing() {
        var fields = Map.of(
                "file", Map.of("value", "手机号", "type", "String"),
                "couponProduct", Map.of("value", "fuel-50"),
                "batchNo", Map.of("value", newNumber()));

        var refused = desks.clerk
                .rest()
                .post(
                        "/engine-rest/process-definition/key/CouponIssueProcess/submit-form",
                        Map.of("variables", fields));

        assertThat(refused.is(400).body()).contains("请选择文件");
    }

    @Test
    void whatDatabasesCannotKeepDoesNotKeepAListFromBeingRead() {
        var phone = newPhone();
        var process = desks.issue(
                desks.clerk,
                "fuel-50",
                newNumber(),
                " ".repeat(9_000),
                "手机号,有效期至",
                phone + "\0,",
                newPhone() + ",2027-02-30" + " ".repeat(300) + "10:00",
                "\0\0\0\0\0\0\0\0\0\0");

        var card = desks.manager.card(desks.task(desks.manager, process, "Task_ApproveIssue"));

        assertThat(card.is(200).text("/order/value")).contains("\"good\":\"1 行\"", "\"bad\":\"1 行\"");
    }

    @Test
    void nothingOfTheFileStaysInTheEngine() {
        var phone = newPhone();
        desks.approve(desks.issue(desks.clerk, "fuel-50", newNumber(), "手机号", phone));
        await().untilAsserted(() ->
                assertThat(MiniProgram.of(port, phone).coupons("ISSUED")).hasSize(1));

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
}
