package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.order.OrderSearch.Criteria;
import com.guncai.backoffice.order.OrderSearch.Found;
import com.guncai.backoffice.order.OrderSearch.Scope;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.process.CompletedTasks;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.SearchDigests;
import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.shared.Services;
import com.guncai.backoffice.testing.OnPostgreSql;
import com.guncai.backoffice.testing.ProcessTest;
import com.guncai.backoffice.testing.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The search of orders costs one statement a page, which finds its rows by an index, however many orders there are. How much
 * longer a million of them take than one, {@code bench/order-search} prints.
 */
@ProcessTest
@OnPostgreSql
@Import({Statements.class, QueryPlans.class})
class OrderSearchIT {
    private static final int ORDERS = Integer.getInteger("bench.orders", 3_000);
    private static final int RUNS = ORDERS < 10_000 ? 2 : 40;

    @LocalServerPort
    int port;

    @Autowired
    OrderSearch search;

    @Autowired
    Services services;

    @Autowired
    SearchDigests digests;

    @Autowired
    PersonalDataCipher encryption;

    @Autowired
    NamedParameterJdbcTemplate jdbc;

    @Autowired
    Statements statements;

    @Autowired
    QueryPlans plans;

    @Test
    void aPageCostsOneStatementThatFindsItsRowsByAnIndex() {
        var customer = MiniProgram.of(port, "13700000001");
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        var questions = questions(orderNo);
        var few = measured(questions);
        insert(ORDERS);
        var many = measured(questions);
        System.out.printf("order search: median of %d, %,d orders against 1, PostgreSQL%n", RUNS, ORDERS);
        few.forEach((what, micros) -> System.out.printf(
                "order search: %-34s %6.2f ms against %6.2f ms: %4.1f times%n",
                what, many.get(what) / 1000.0, micros / 1000.0, (double) many.get(what) / micros));

        assertThat(questions).allSatisfy((what, question) -> {
            var sent = statements.of(question);
            assertThat(sent).as(what).hasSize(1);
            assertThat(plans.plan(sent.get(0))).as(what).doesNotContain("Seq Scan");
        });
    }

    private Map<String, Runnable> questions(String orderNo) {
        var all = Set.copyOf(services.all());
        var reviewed = services.all().stream()
                .filter(service -> !Set.of("FLOWER", "TOP_UP", "MOVIE").contains(service.code()))
                .collect(Collectors.toSet());
        var questions = new LinkedHashMap<String, Runnable>();
        questions.put("nothing asked, first page", () -> page(criteria(all, "", null, ""), null));
        questions.put("order number", () -> page(criteria(all, orderNo, null, ""), null));
        questions.put("last 4 digits", () -> page(criteria(all, orderNo.substring(18), null, ""), null));
        questions.put("last 8 digits", () -> page(criteria(all, orderNo.substring(14), null, ""), null));
        questions.put("phone", () -> page(criteria(all, "13900000001", null, ""), null));
        questions.put("recipient", () -> page(criteria(all, "收花人甲", null, ""), null));
        questions.put("unknown number", () -> page(criteria(all, "4200009999", null, ""), null));
        questions.put("service", () -> page(criteria(service("FLOWER"), "", null, ""), null));
        questions.put(
                "claims of a desk, five services",
                () -> page(
                        new Criteria(new Scope(Set.of(), reviewed), "", null, null, null, "", List.of(), Map.of()),
                        null));
        questions.put(
                "open orders of a service", () -> page(criteria(service("FLOWER"), "", OrderStatus.PAID, ""), null));
        questions.put("state that is rare", () -> page(criteria(all, "", OrderStatus.REFUNDING, ""), null));
        questions.put("city", () -> page(criteria(all, "", null, "南宁"), null));
        questions.put("city that is rare", () -> page(criteria(all, "", null, "河池"), null));
        questions.put("clerk", () -> page(clerk(all), null));
        var middle = new OrderSearch.Position(Instant.now().minusSeconds(ORDERS / 2), "0");
        questions.put("a page in the middle", () -> page(criteria(all, "", null, ""), middle));
        return questions;
    }

    private static Map<String, Long> measured(Map<String, Runnable> questions) {
        var medians = new LinkedHashMap<String, Long>();
        questions.forEach((what, question) -> medians.put(what, median(question)));
        return medians;
    }

    private List<Found> page(Criteria criteria, OrderSearch.@Nullable Position after) {
        return search.page(criteria, after, 51);
    }

    private static Criteria criteria(
            Set<ServiceCode> services, String term, @Nullable OrderStatus status, String city) {
        return new Criteria(new Scope(services, services), term, status, null, null, city, List.of(), Map.of());
    }

    private static Criteria clerk(Set<ServiceCode> services) {
        return new Criteria(
                new Scope(services, services),
                "",
                null,
                null,
                null,
                "",
                List.of(CompletedTasks.ORDERS_OF_CLERK),
                Map.of("clerk", "clerk-7", "workedFrom", Instant.EPOCH.atOffset(ZoneOffset.UTC)));
    }

    private Set<ServiceCode> service(String code) {
        return Set.of(services.convert(code));
    }

    /** In microseconds, after as many runs to warm up. */
    private static long median(Runnable question) {
        IntStream.range(0, RUNS).forEach(run -> question.run());
        var took = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            question.run();
            took[run] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        return took[RUNS / 2] / 1000;
    }

    /** A second between two orders; half of them flowers, most to Nanning, nearly all completed by one of ten clerks. */
    private void insert(int orders) {
        var values = Map.of(
                "orders",
                orders,
                "secret",
                String.valueOf(encryption.convertToDatabaseColumn("13900000009")),
                "phone",
                digests.phone("13900000009"));
        for (var sql :
                """
                insert into customer (id, openid, openid_digest, created_at, version)
                    select 10000000 + n, 'bench-' || n, 'bench-' || n, now(), 0 from generate_series(1, :orders / 5) n;
                insert into customer_order (order_no, order_tail, customer_id, service, status, price_fen, discount_fen,
                        payable_fen, paid_fen, refunded_fen, created_at, idempotency_key, request_digest, version)
                    select no, right(no, 4), 10000000 + 1 + n % (:orders / 5),
                        case when n % 2 = 0 then 'FLOWER' when n % 10 < 7 then 'TOP_UP' when n % 10 = 7 then 'MOVIE'
                            when n % 1000 = 9 then 'PAINT' else 'FUEL' end,
                        case when n < 200 then 'PAID' when n % 50 = 0 then 'CANCELLED' when n % 9999 = 0 then 'REFUNDING'
                            else 'COMPLETED' end,
                        case when n % 10 = 9 then 0 else 15000 end, 0, case when n % 10 = 9 then 0 else 15000 end,
                        case when n % 10 = 9 then 0 else 15000 end, 0, now() - n * interval '1 second', 'bench-' || n, 'd', 0
                    from (select n, '2026' || lpad(cast(n as text), 10, '0') || lpad(cast(cast(n as bigint) * 7919 % 100000000 as text), 8, '0')
                        as no from generate_series(1, :orders) n) numbered;
                insert into flower_order (order_no, flower_id, flower_name, city, address, recipient, phone, phone_digest,
                        recipient_digest, delivery_slot, purchase_order_no, version)
                    select order_no, 'red-roses-11', '红玫瑰', case when right(order_no, 3) = '007' then '河池'
                            when right(order_no, 1) = '3' then '柳州' else '南宁' end,
                        :secret, :secret, :secret, md5(substring(order_no from 5 for 9)), md5(order_no), now(),
                        'MT' || order_no, 0
                    from customer_order where service = 'FLOWER' and order_no like '2026%' and idempotency_key like 'bench-%';
                insert into top_up_order (order_no, phone, phone_digest, face_fen, transaction_no, version)
                    select order_no, :secret, md5(order_no), 5000, 'ZFB' || order_no, 0
                    from customer_order where service = 'TOP_UP';
                insert into payment (order_no, transaction_id, amount_fen, paid_at, version)
                    select order_no, 'WX' || order_no, 15000, created_at, 0
                    from customer_order where idempotency_key like 'bench-%';
                insert into task_completion (task_id, case_no, order_no, process, task, name, completed_by, completed_at, entered)
                    select 'bench-' || order_no, order_no, order_no, 'P', 'T', 'T', 'clerk-' || right(order_no, 1), created_at, :secret
                    from customer_order where idempotency_key like 'bench-%'"""
                        .split(";")) {
            jdbc.update(sql, values);
        }
        jdbc.getJdbcOperations().execute("vacuum analyze");
    }
}
