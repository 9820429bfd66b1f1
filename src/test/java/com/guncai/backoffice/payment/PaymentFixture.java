package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of payments look at: the tables, and where the process of an order stands. */
class PaymentFixture {
    private final JdbcClient database;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final TaskService tasks;

    PaymentFixture(JdbcClient database, ManagementService management, RuntimeService runtime, TaskService tasks) {
        this.database = database;
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** What came of the notifications that named an order, oldest first: {@code ACCEPTED}, {@code MISMATCHED AMOUNT}. */
    List<String> notifications(String orderNo) {
        return database.sql("select outcome, reason from payment_notification where order_no = ? order by id")
                .param(orderNo)
                .query((row, number) -> row.getString(1) + (row.getString(2) == null ? "" : " " + row.getString(2)))
                .list();
    }

    /** How many notifications came to this, of whatever order. */
    int notifications(NotificationResult.Kind outcome) {
        return database.sql("select count(*) from payment_notification where outcome = ?")
                .param(outcome.name())
                .query(Integer.class)
                .single();
    }

    int allNotices() {
        return database.sql("select count(*) from payment_notification")
                .query(Integer.class)
                .single();
    }

    /** How many transactions are recorded for an order. */
    int transactions(String orderNo) {
        return database.sql("select count(*) from payment where order_no = ? and transaction_id is not null")
                .param(orderNo)
                .query(Integer.class)
                .single();
    }

    boolean isShipped(String orderNo) {
        return database.sql("select shipped_at is not null from payment where order_no = ?")
                .param(orderNo)
                .query(Boolean.class)
                .single();
    }

    long paidFen(String orderNo) {
        return database.sql("select paid_fen from customer_order where order_no = ?")
                .param(orderNo)
                .query(Long.class)
                .single();
    }

    int ordersOf(String idempotencyKey) {
        return database.sql("select count(*) from customer_order where idempotency_key = ?")
                .param(idempotencyKey)
                .query(Integer.class)
                .single();
    }

    /** A clerk completes the one task of an order. */
    void completesTask(String orderNo, Map<String, Object> answers) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(orderNo).singleResult();
        tasks.complete(task.getId(), answers);
    }

    /** Carries out the one job of an order at an element, due or not, as the job executor would. */
    void carriesOut(String orderNo, String element) {
        management.executeJob(job(orderNo, element).getId());
    }

    /** As {@link #carriesOut}, for a try that fails for this reason; the engine counts it. */
    void triesInVain(String orderNo, String element, String reason) {
        var job = job(orderNo, element);
        assertThatThrownBy(() -> management.executeJob(job.getId())).hasStackTraceContaining(reason);
    }

    /** {@code null} when no job of the order stands there. */
    Job job(String orderNo, String element) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(orderNo)
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .singleResult();
    }

    /** Where the process of an order stands; empty when it has ended. */
    List<String> standsAt(String orderNo) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(orderNo).list().stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream())
                .toList();
    }

    /** Elements of an order's process that wait for people to look into a failure. */
    List<String> incidents(String orderNo) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(orderNo).list().stream()
                .flatMap(instance -> runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream())
                .map(incident -> incident.getActivityId() + ": " + incident.getIncidentMessage())
                .toList();
    }

    /** No {@code @Configuration}: the application in the same packages would find it. */
    static class Beans {
        @Bean
        CapturedNotifications capturedNotices() {
            return new CapturedNotifications();
        }

        @Bean
        PaymentFixture paymentFixture(
                JdbcClient database, ManagementService management, RuntimeService runtime, TaskService tasks) {
            return new PaymentFixture(database, management, runtime, tasks);
        }
    }
}
