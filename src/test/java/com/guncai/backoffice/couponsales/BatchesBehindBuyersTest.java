package com.guncai.backoffice.couponsales;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.codepurchase.StockOutlook;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.Files;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Batches take what customers who paid leave, and are no measure of what customers will buy. */
@ProcessTest
@Import(Engine.class)
class BatchesBehindBuyersTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    StockOutlook care;

    CodeBuyers buyers;

    @BeforeEach
    void nothingIsInStock() {
        buyers = new CodeBuyers(port, engine);
        buyers.nothingIsInStock();
    }

    @Test
    void whatWaitingOrdersAreOwedIsNotForABatch() {
        buyers.stock(5);
        var order = buyers.waiting(buyers.customer(), 10);
        var batch = batchOf(5);
        Assertions.assertThat(card(batch)).contains("库存不够：还差 5 张");

        Assertions.assertThat(approves(batch).body()).contains("可发库存 5 张，其中 5 张要先补发给已付款的订单，本批需要 5 张");

        assertThat(batch).isWaitingAt("Task_ApproveIssue");
        buyers.stock(9);
        Assertions.assertThat(approves(batch).body()).contains("可发库存 14 张，其中 10 张要先补发给已付款的订单");
        buyers.stock(1);
        approves(batch).is(204);
        engine.run(batch, "Task_IssueCoupons");
        assertThat(batch).isWaitingAt("Task_TellOwners");
        engine.run(order, "BoundaryEvent_AnotherHour");
        engine.run(order, "Task_LookAgain");
        assertThat(order).isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void whoPaysAfterTheApprovalIsNotOvertakenEither() {
        buyers.stock(3);
        var batch = batchOf(3);
        approves(batch).is(204);
        var order = buyers.paid(buyers.customer(), 1);

        engine.run(batch, "Task_IssueCoupons");

        assertThat(batch).isWaitingAtExactly("Task_ApproveIssue");
        engine.run(order, "Task_HandOutCodes");
        assertThat(order).isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void aBatchDoesNotQuickenThePaceAtWhichCodesAreBought() {
        var before = care.outlook("movie-30").perDay();
        buyers.stock(101);
        var batch = batchOf(100);
        approves(batch).is(204);
        engine.run(batch, "Task_IssueCoupons");
        Assertions.assertThat(care.outlook("movie-30").perDay()).isEqualTo(before);

        engine.run(buyers.paid(buyers.customer(), 1), "Task_HandOutCodes");

        Assertions.assertThat(care.outlook("movie-30").perDay()).isGreaterThan(before);
    }

    private ProcessInstance batchOf(int coupons) {
        var lines = Stream.concat(Stream.of("手机号"), IntStream.range(0, coupons).mapToObj(i -> "138%08d".formatted(i)));
        var fields = Map.of("couponProduct", "movie-30", "batchNo", "PICC-" + System.nanoTime());
        new Clerk(port, "coupon")
                .rest()
                .post(
                        "/engine-rest/process-definition/key/CouponIssueProcess/submit-form",
                        Files.form("名单.csv", Files.csv(lines.toArray(String[]::new)), fields))
                .is(200);
        var batch = engine.process(jdbc.queryForObject(
                "select case_no from coupon_batch where batch_no = ?", String.class, fields.get("batchNo")));
        engine.run(batch, "Task_ReadFile");
        return batch;
    }

    private Answer approves(ProcessInstance batch) {
        var approval = task("Task_ApproveIssue", batch).getId();
        return new Clerk(port, "manager").completes(approval, Map.of("approved", true));
    }

    private String card(ProcessInstance batch) {
        var approval = task("Task_ApproveIssue", batch).getId();
        return new Clerk(port, "manager").card(approval).is(200).text("/order/value");
    }
}
