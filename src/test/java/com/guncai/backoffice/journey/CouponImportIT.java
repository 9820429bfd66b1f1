package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Files.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files of movie codes over the same REST API as Tasklist: previewed, confirmed, each code taken in once. */
@BackofficeTest
class CouponImportIT {
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
    void importedCodesAreInStockEachOnce() {
        var codes = newCodes(3);
        var file = csv("淘票票发货单,", "券码,有效期至,面值", line(codes, 0), line(codes, 1), line(codes, 0), codes.get(2) + ",,30");
        var process = desks.importCodes(file);
        var task = desks.task(desks.clerk, process, "Task_ConfirmImport");
        assertThat(desks.clerk.card(task).is(200).text("/order/value"))
                .contains("\"coupons\":\"2 张\"", "与第 3 行重复", "没有有效期至", "人保", "¥81.50")
                .doesNotContain(codes);
        desks.clerk.completes(task, Map.of("confirmed", true)).is(204);
        await().untilAsserted(() -> assertThat(inStock()).isEqualTo(2));

        var again = desks.importCodes(file);
        var second = desks.task(desks.clerk, again, "Task_ConfirmImport");
        assertThat(desks.clerk.card(second).is(200).text("/order/value")).contains("这个券码以前导入过");
        assertThat(desks.clerk
                        .completes(second, Map.of("confirmed", true))
                        .is(400)
                        .body())
                .contains("没有一行可以处理");
        desks.clerk.completes(second, Map.of("confirmed", false)).is(204);
        assertThat(inStock()).isEqualTo(2);
    }

    @Test
    void aFileWithoutOneGoodRowIsShownToo() {
        var process = desks.importCodes(csv("券码,有效期至", newCodes(1).get(0) + ",永久", ",2099-12-31"));
        var task = desks.task(desks.clerk, process, "Task_ConfirmImport");

        assertThat(desks.clerk.card(task).is(200).text("/order/value"))
                .contains("\"bad\":\"2 行\"", "有效期至“永久”看不懂", "没有券码");
    }

    @Test
    void aFileWithoutValidityIsRefusedAtOnce() {
        var refused = desks.asksToImport(csv("券码,面值", newCodes(1).get(0) + ",30"));

        assertThat(refused.is(400).body()).contains("没有找到“有效期至”这一列");
    }

    /** Nobody hands out two codes that differ in their letters' case only; somebody types one again. */
    @Test
    void aCodeIsTheSameInAnyCase() {
        var code = newCodes(1).get(0);
        var process =
                desks.importCodes(csv("券码,有效期至", code + ",2099-12-31", code.toLowerCase(Locale.ROOT) + ",2099-12-31"));

        var card = desks.clerk.card(desks.task(desks.clerk, process, "Task_ConfirmImport"));

        assertThat(card.is(200).text("/order/value")).contains("\"good\":\"1 行\"", "与第 2 行重复");
    }

    @Test
    void anImportServesWhoWaits() {
        var customer = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.buys("movie-30", 1).is(201).text("/orderNo");
        customer.pays(orderNo);
        await().untilAsserted(() -> assertThat(desks.clerk.task(orderNo)).isPresent());

        var codes = newCodes(1);
        var process = desks.importCodes(csv("券码,有效期至", line(codes, 0)));
        desks.clerk
                .completes(desks.task(desks.clerk, process, "Task_ConfirmImport"), Map.of("confirmed", true))
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
        var process = desks.importCodes(csv("券码,有效期至", codes.get(0) + "," + soon));
        var task = desks.task(desks.clerk, process, "Task_ConfirmImport");
        assertThat(desks.clerk.card(task).is(200).text("/order/value")).contains("1 张，有效期不足一个月");

        desks.clerk.completes(task, Map.of("confirmed", true)).is(204);

        await().untilAsserted(() -> assertThat(desks.isOver(process)).isTrue());
        assertThat(inStock()).isZero();
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
}
