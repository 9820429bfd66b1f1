package com.guncai.backoffice.journey;

import com.guncai.backoffice.ledger.MoneyDay;
import com.guncai.backoffice.order.OrderDay;
import com.guncai.backoffice.process.CompletedTasks;
import com.guncai.backoffice.process.OpenWork;
import com.guncai.backoffice.process.ProcessHeat;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.OnPostgreSql;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the board's statements cost with many orders, beside the same without: {@code -Dtoday.orders=1000000
 * -Dtoday.tasks=100000}. Prints lines that start with {@code today:}; asserts nothing, as it measures the machine too.
 */
@BackofficeTest
@OnPostgreSql
@EnabledIfSystemProperty(named = "today.orders", matches = "\\d+")
class TodayAtScaleIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    OpenWork work;

    @Autowired
    OrderDay orders;

    @Autowired
    MoneyDay money;

    @Autowired
    CompletedTasks tasks;

    @Autowired
    ProcessHeat heat;

    @Autowired
    Clock clock;

    @Test
    void theBoardWithManyOrders() {
        var gifts = new GiftOrders(port);
        var delivered = gifts.delivered("收花人甲", "MT" + System.nanoTime());
        var open = gifts.paid();
        gifts.clerk().awaitsTask(open);
        var empty = measured();
        finished(delivered, Integer.getInteger("today.orders"));
        waiting(open, Integer.getInteger("today.tasks", 100_000));
        jdbc.execute("analyze");

        var full = measured();
        full.forEach(
                (name, took) -> System.out.printf("today: %s %.2f ms, empty %.2f ms%n", name, took, empty.get(name)));
    }

    private Map<String, Double> measured() {
        var now = clock.instant();
        var start = BusinessTime.startOf(BusinessTime.today(clock));
        var manager = StaffBrowser.of(port, "manager");
        var times = new LinkedHashMap<String, Double>();
        times.put("tasks of all desks", median(() -> work.desks(now)));
        times.put("orders of the day", median(() -> orders.counts(start, now)));
        times.put(
                "orders of a day of last week",
                median(() -> orders.counts(start.minus(Duration.ofDays(7)), now.minus(Duration.ofDays(7)))));
        times.put("times of the day", median(() -> orders.paces(start, now)));
        times.put("money of the day", median(() -> money.sums(start, now)));
        times.put("work of the day", median(() -> tasks.countByStaff(start, now)));
        times.put("processes", median(heat::processes));
        times.put("steps of a process", median(() -> heat.steps("FlowerOrderProcess", now)));
        times.put("GET /staff/api/today", median(() -> manager.get("/staff/api/today")));
        return times;
    }

    private static double median(Runnable step) {
        step.run();
        var took = LongStream.range(0, 9)
                .map(round -> {
                    var begin = System.nanoTime();
                    step.run();
                    return System.nanoTime() - begin;
                })
                .sorted()
                .toArray();
        return took[took.length / 2] / 1e6;
    }

    /** Copies of a finished order, one for each half minute before now. */
    private void finished(String orderNo, int many) {
        jdbc.update(
                """
                insert into customer_order select (jsonb_populate_record(null::customer_order, to_jsonb(o) || jsonb_build_object(
                    'order_no', 'B' || g, 'idempotency_key', 'B' || g, 'created_at', o.created_at - g * interval '31 s',
                    'paid_at', o.paid_at - g * interval '31 s', 'completed_at', o.completed_at - g * interval '31 s'))).*
                from customer_order o, generate_series(1, ?) g where o.order_no = ?""",
                many,
                orderNo);
        jdbc.update(
                """
                insert into timeline_entry (id, order_no, at, fact, text)
                select nextval('order_event_seq'), 'B' || g, e.at - g * interval '31 s', e.fact, e.text
                from timeline_entry e, generate_series(1, ?) g
                where e.order_no = ? and e.fact in ('PaymentReceived', 'OrderCompleted')""",
                many,
                orderNo);
    }

    /** Copies of an order that waits for its clerk. */
    private void waiting(String orderNo, int many) {
        var instance = jdbc.queryForObject(
                "select proc_inst_id_ from act_ru_execution where business_key_ = ? and proc_def_id_ like"
                        + " 'FlowerOrder%'",
                String.class, orderNo);
        copy(
                "act_ru_execution",
                "'id_', 'proc_inst_id_', 'parent_id_', 'root_proc_inst_id_', 'act_inst_id_'",
                "proc_inst_id_",
                instance,
                many);
        copy(
                "act_hi_actinst",
                "'id_', 'proc_inst_id_', 'execution_id_', 'parent_act_inst_id_', 'task_id_'",
                "end_time_ is null and o.proc_inst_id_",
                instance,
                many);
        copy("act_ru_task", "'id_', 'execution_id_', 'proc_inst_id_'", "proc_inst_id_", instance, many);
        jdbc.update(
                """
                insert into act_ru_identitylink select (jsonb_populate_record(null::act_ru_identitylink, to_jsonb(l)
                    || jsonb_build_object('id_', l.id_ || '-' || g, 'task_id_', l.task_id_ || '-' || g))).*
                from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_, generate_series(1, ?) g
                where t.proc_inst_id_ = ?""",
                many,
                instance);
    }

    /** @param keys columns whose values get the number of the copy */
    private void copy(String table, String keys, String by, String value, int many) {
        jdbc.update(
                """
                insert into %1$s select (jsonb_populate_record(null::%1$s, to_jsonb(o) || (
                    select jsonb_object_agg(key, left(value || '-' || g, 64)) from jsonb_each_text(to_jsonb(o))
                    where key in (%2$s) and value is not null))).*
                from %1$s o, generate_series(1, ?) g where o.%3$s = ?"""
                        .formatted(table, keys, by),
                many,
                value);
    }
}
