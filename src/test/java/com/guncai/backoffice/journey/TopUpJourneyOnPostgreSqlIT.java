package com.guncai.backoffice.journey;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.OnPostgreSql;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** As on H2, and what only a server shows: transactions that wait for each other. */
@OnPostgreSql
class TopUpJourneyOnPostgreSqlIT extends TopUpJourneyIT {
    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** The other clerk's transaction is open while ours asks, so that asking finds nothing; then it commits. */
    @Test
    void aTransactionNumberEnteredAtTheSameMomentCountsForOneOrder() {
        var first = paid();
        var second = paid();
        var task = id(clerk.task(second).orElseThrow());
        var purchase = purchase();

        var answer = transaction.execute(status -> {
            jdbc.update(
                    "insert into expense_number values ('ALIPAY', ?, '订单', ?, now())",
                    purchase.get("transactionNo"),
                    first);
            var completing = CompletableFuture.supplyAsync(() -> clerk.completes(task, purchase));
            await().until(() -> jdbc.queryForObject("select count(*) from pg_locks where not granted", Long.class) > 0);
            return completing;
        });

        assertThat(answer.join().body()).contains("该充值流水号已登记在订单 " + first + "，请核对后填写本单的流水号");
        assertThat(customer.status(second)).isEqualTo("PAID");
        clerk.completes(task, purchase()).is(204);
        assertThat(customer.status(second)).isEqualTo("COMPLETED");
    }

    @Test
    void ofManyOrdersCompletedAtOnceWithOneNumberOneIs() {
        var tasks = IntStream.range(0, 6)
                .mapToObj(i -> id(clerk.task(paid()).orElseThrow()))
                .toList();
        var purchase = purchase();
        var start = new CyclicBarrier(tasks.size());

        var answers = tasks.stream()
                .map(task -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                start.await();
                            } catch (Exception interrupted) {
                                throw new IllegalStateException(interrupted);
                            }
                            return clerk.completes(task, purchase);
                        },
                        work -> new Thread(work).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .collect(partitioningBy(answer -> answer.status() == 204));

        assertThat(answers.get(true)).hasSize(1);
        assertThat(answers.get(false))
                .hasSize(5)
                .extracting(Answer::body)
                .allMatch(body -> body.contains("该充值流水号已登记在"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from top_up_order where transaction_no = ?",
                        Long.class,
                        purchase.get("transactionNo")))
                .isOne();
    }
}
