package com.guncai.backoffice.notification;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the diagram of the reminders promises: who has a coupon that expires within a week is told, once. */
@ProcessTest
@Import(Engine.class)
class CouponReminderProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    Json sandbox;
    MiniProgram customer;

    @BeforeEach
    void nobodyElseHasAny() {
        sandbox = Json.at(port);
        jdbc.update("update coupon set expiry_told_at = issued_at where expiry_told_at is null");
        customer = MiniProgram.of(port, "131%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    @Test
    void whoHasCouponsThatExpireWithinAWeekIsToldOnce() {
        issued("fuel-50", Duration.ofDays(6));
        issued("fuel-50", Duration.ofDays(6));
        issued("paint-50", Duration.ofDays(6));
        issued("fuel-50", Duration.ofDays(8));

        aDayPasses();

        Assertions.assertThat(told())
                .extracting(sms -> sms.at("/params/coupon").asText() + " "
                        + sms.at("/params/quantity").asText())
                .containsExactlyInAnyOrder("加油 50 元返现券 2", "喷漆 50 元返现券 1");
        aDayPasses();
        Assertions.assertThat(told()).hasSize(2);
    }

    @Test
    void whatIsUsedOrOverIsNotSpokenOf() {
        issued("fuel-50", Duration.ofDays(6));
        jdbc.update("update coupon set status = 'HELD' where expiry_told_at is null");
        issued("paint-50", Duration.ofDays(-1));

        aDayPasses();

        Assertions.assertThat(told()).isEmpty();
    }

    @Test
    void whoCannotBeReachedTodayIsToldTomorrow() {
        issued("fuel-50", Duration.ofDays(6));
        sandbox.post(
                        "/sandbox/faults",
                        Map.of("target", "sms", "fault", "refuse", "code", "isv.BUSINESS_LIMIT_CONTROL", "times", 1))
                .is(200);

        aDayPasses();
        Assertions.assertThat(told()).isEmpty();

        aDayPasses();
        Assertions.assertThat(told()).hasSize(1);
    }

    @Test
    void aNodeThatDiesAfterSendingTellsNobodyTwice() {
        issued("fuel-50", Duration.ofDays(6));
        var process = begun();

        engine.runAndCrash(process, "Task_RemindOwners");
        jdbc.update("update coupon set expiry_told_at = null where name = '加油 50 元返现券'"
                + " and id = (select max(id) from coupon)");
        engine.run(process, "Task_RemindOwners");

        Assertions.assertThat(told()).hasSize(1);
    }

    /** The whole of a day's process. */
    private void aDayPasses() {
        var process = begun();
        engine.run(process, "Task_RemindOwners");
        while (engine.process(process.getBusinessKey()) != null) {
            assertThat(process).isWaitingAtExactly("IntermediateEvent_PauseOver");
            engine.run(process, "IntermediateEvent_PauseOver");
            engine.run(process, "Task_RemindOwners");
        }
        assertThat(process).hasPassed("EndEvent_OwnersReminded").isEnded();
    }

    private ProcessInstance begun() {
        var process = runtime.startProcessInstanceByKey("CouponReminderProcess", "REMINDER" + System.nanoTime());
        assertThat(process).isWaitingAtExactly("Task_RemindOwners");
        return process;
    }

    private void issued(String product, Duration left) {
        var until = clock.instant().plus(left).toString();
        sandbox.post("/sandbox/coupons", Map.of("phone", customer.phone(), "product", product, "validUntil", until))
                .is(201);
    }

    private List<JsonNode> told() {
        var all = sandbox.get("/sandbox/sms?phone=" + customer.phone()).is(200).json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(sms -> sms.at("/template").asText().equals("SMS_CUSTOMER_COUPONS_EXPIRING"))
                .toList();
    }
}
