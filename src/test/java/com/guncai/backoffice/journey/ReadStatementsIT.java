package com.guncai.backoffice.journey;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.guncai.backoffice.coupon.CouponRecipients;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.testing.OnPostgreSql;
import com.guncai.backoffice.testing.ProcessTest;
import com.guncai.backoffice.testing.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/**
 * What customers and staff look at costs as many statements with a thousand rows behind it as with ten: nothing is asked row
 * by row, and each statement finds its rows by an index.
 */
@ProcessTest
@OnPostgreSql
@Import({ManyRows.class, QueryPlans.class, Statements.class})
class ReadStatementsIT {
    /** Of our own tables, beside those of the engine. */
    private static final int MOST = 14;

    /** Tables of which everything is shown, or counted for the number of pages; they stay short. */
    private static final Set<String> LISTS = Set.of("flower", "coupon_product", "purchase_order", "coupon_batch");

    private static final String OWNERS = "owners to tell";

    @LocalServerPort
    int port;

    @Autowired
    ManyRows rows;

    @Autowired
    Statements statements;

    @Autowired
    List<CaseProcess> processes;

    @Autowired
    QueryPlans plans;

    @Autowired
    WebApplicationContext application;

    @Autowired
    CouponRecipients owners;

    final Map<String, Runnable> reads = new LinkedHashMap<>();
    MiniProgram customer;

    @BeforeEach
    void theReadsOfCustomersAndStaff() {
        customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        for (var path : List.of(
                "catalog",
                "orders",
                "orders?status=PAID&service=FUEL&size=10",
                "orders/" + ManyRows.FLOWERS,
                "coupons",
                "coupons?status=USED&service=MOVIE")) {
            reads.put(path, () -> customer.api().get("/api/v1/" + path).is(200));
        }
        // Past the sign-in of staff, which is the engine's.
        var staff = MockMvcTester.from(application);
        for (var path : List.of("batches", "stock", "purchases", "products")) {
            reads.put(
                    path, () -> assertThat(staff.get().uri("/staff/api/" + path).principal(() -> "coupon"))
                            .hasStatusOk());
        }
        card("FlowerOrderProcess", ManyRows.FLOWERS, "");
        card("TopUpOrderProcess", ManyRows.TOP_UP, "");
        card("CouponOrderProcess", ManyRows.COUPONS, "");
        card("CashbackClaimProcess", ManyRows.CLAIM, "review");
        card("CashbackClaimProcess", ManyRows.CLAIM, "transfer");
        card("CashbackClaimProcess", ManyRows.CLAIM, "call");
        card("CouponStockProcess", ManyRows.PURCHASE, "");
        card("CouponIssueProcess", ManyRows.ISSUE, "");
        card("CouponImportProcess", ManyRows.IMPORT, "");
        card("RefundProcess", ManyRows.REFUND, "");
        reads.put(OWNERS, () -> assertThat(owners.untold(ManyRows.ISSUE, 10)).isNotEmpty());
    }

    private void card(String process, String caseNo, String kind) {
        var asked = processes.stream()
                .filter(candidate -> candidate.key().equals(process))
                .findFirst()
                .orElseThrow();
        reads.put(process + " " + kind, () -> assertThat(asked.cardContent(caseNo, kind))
                .isNotNull());
    }

    @Test
    void aThousandRowsCostAsManyStatementsAsTenAndEachFindsItsRowsByAnIndex() {
        rows.insert(customer.phone(), 1, 10);
        var atTen = sent();
        rows.insert(customer.phone(), 11, 1000);
        var atThousand = sent();

        System.out.println("statements of each read: " + counts(atThousand));
        assertSoftly(softly -> {
            softly.assertThat(counts(atThousand)).isEqualTo(counts(atTen));
            softly.assertThat(atThousand)
                    .allSatisfy((read, sent) -> assertThat(ours(sent).size()).isBetween(1, MOST));
            softly.assertThat(readingWholeTables(atThousand)).isEmpty();
            softly.assertThat(planOf(atThousand.get("CouponOrderProcess "), "handed_out_at>="))
                    .contains("coupon_order_handed_out");
            softly.assertThat(planOf(atThousand.get(OWNERS), "coupon_batch_row"))
                    .contains("coupon_batch_row_next_to_tell")
                    .doesNotContain("Sort Key");
        });
    }

    private String planOf(List<String> sent, String part) {
        return plans.plan(
                sent.stream().filter(sql -> sql.contains(part)).findFirst().orElseThrow());
    }

    @Test
    void theCatalogueAsksTheEngineForItsTableOnce() {
        Runnable catalog = () -> customer.api().get("/api/v1/catalog").is(200);
        catalog.run();

        assertThat(statements.of(catalog))
                .filteredOn(sql -> sql.contains("ACT_RE_DECISION_DEF"))
                .hasSize(1);
    }

    /** Of the second time: the first fills what is kept in memory. */
    private Map<String, List<String>> sent() {
        reads.values().forEach(Runnable::run);
        var sent = new LinkedHashMap<String, List<String>>();
        reads.forEach((name, read) -> sent.put(name, statements.of(read)));
        return sent;
    }

    private List<String> readingWholeTables(Map<String, List<String>> sent) {
        return sent.values().stream()
                .flatMap(ofARead -> ours(ofARead).stream())
                .distinct()
                .filter(sql -> !LISTS.containsAll(plans.readAsAWhole(sql)))
                .toList();
    }

    private static Map<String, Integer> counts(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, read -> read.getValue().size(), (a, b) -> a, TreeMap::new));
    }

    private static List<String> ours(List<String> sent) {
        return sent.stream().filter(sql -> !sql.contains("ACT_")).toList();
    }
}
