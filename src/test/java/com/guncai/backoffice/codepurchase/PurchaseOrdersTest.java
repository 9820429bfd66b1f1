package com.guncai.backoffice.codepurchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.couponsales.CodeBuyers;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.Files;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the ordering of codes to their arrival, which ends a purchase by what arrived and by nothing else. */
@ProcessTest
@Import(Engine.class)
class PurchaseOrdersTest {
    private static final String LASTING = "2099-12-31";
    private static final int DAYS = 30;

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    CouponStockProcess stock;

    @Autowired
    StockOutlook care;

    @Autowired
    PurchaseOrderController page;

    @Autowired
    CodeStock codes;

    CodeBuyers buyers;
    Clerk clerk;

    @BeforeEach
    void nothingIsInStockAndNothingOnItsWay() {
        buyers = new CodeBuyers(port, engine);
        buyers.nothingIsInStock();
        jdbc.update("update purchase_order set open_for = null, closed_at = raised_at");
        clerk = new Clerk(port, "coupon");
    }

    @Test
    void aFewCodesDoNotEndAPurchase() {
        ordered(20);

        imports("COMPANY", LASTING, 5);

        assertThat(nextMorning()).isNull();
        assertThat(onOrder()).as("what is left of it").isEqualTo(15);
    }

    @Test
    void codesOfSomebodyElseDoNotEndAPurchase() {
        ordered(20);

        imports("PICC", LASTING, 20);

        assertThat(nextMorning()).isNull();
        assertThat(onOrder()).isEqualTo(20);
    }

    @Test
    void codesThatCanNotBeHandedOutDoNotEndAPurchase() {
        ordered(20);

        var now = OffsetDateTime.parse(Json.at(port).get("/sandbox/clock").text("/now"));
        imports("COMPANY", now.toLocalDate().plusDays(20).toString(), 20);

        assertThat(nextMorning()).isNull();
        assertThat(onOrder()).isEqualTo(20);
    }

    @Test
    void aPurchaseEndsWhenItsCodesAreThereHoweverManyFilesTheyComeIn() {
        ordered(20);

        imports("COMPANY", LASTING, 15);
        imports("COMPANY", LASTING, 5);

        assertThat(onOrder()).isZero();
        assertThat(nextMorning()).isNotNull();
    }

    @Test
    void codesThatComeBeforeTheClerkIsDoneAreNotAwaitedAgain() {
        var purchaseNo = nextMorning();
        imports("COMPANY", LASTING, 20);

        stock.order(purchaseNo, 20, null, null);

        assertThat(onOrder()).isZero();
        assertThat(nextMorning()).isNotNull();
    }

    @Test
    void whatIsLateIsBoughtAgainAndNotForgotten() {
        var late = ordered(20);
        comesNotInTime(late);

        var again = nextMorning();

        assertThat(again).isNotNull();
        assertThat(onOrder()).as("nobody counts on it").isZero();
        assertThat(stock.cardContent(again).toString()).contains(late, "20 张", "没到货");
        stock.order(again, 30, null, null);
        imports("COMPANY", LASTING, 20);
        assertThat(onOrder()).as("the late ones came, these did not").isEqualTo(30);
        assertThat(stock.cardContent(again).toString()).doesNotContain(late);
    }

    @Test
    void whatWasBoughtForAnOrderIsNotProposedAgain() {
        var order = buyers.waiting(buyers.customer(), 2);

        restocks(order, bought("200", "6000", "CG-7"));

        assertThat(nextMorning()).isNull();
        assertThat(onOrder()).isEqualTo(200);
        assertThat(card(buyers.waiting(buyers.customer(), 2))).contains("200 张", "\"missing\":\"0 张\"");
    }

    @Test
    void whoBuysNothingForAnOrderOrdersNothing() {
        var order = buyers.waiting(buyers.customer(), 2);

        restocks(order, Map.of());

        assertThat(onOrder()).isZero();
    }

    @Test
    void whatIsBoughtForAnOrderIsThePurchaseThatWasProposed() {
        var purchaseNo = nextMorning();
        assertThat(card(buyers.waiting(buyers.customer(), 1))).contains(purchaseNo, "还没有下单");

        restocks(buyers.waiting(buyers.customer(), 1), bought("50", "1500", purchaseNo + "-1"));
        restocks(buyers.waiting(buyers.customer(), 1), bought("30", "900", purchaseNo + "-2"));
        assertThat(onOrder()).isEqualTo(80);
        assertThat(jdbc.queryForObject(
                        "select cost_fen from purchase_order where purchase_no = ?", Long.class, purchaseNo))
                .isEqualTo(240_000L);
        assertThat(jdbc.queryForList(
                        "select external_no from purchase_order_number where purchase_no = ? order by position",
                        String.class,
                        purchaseNo))
                .containsExactly(purchaseNo + "-1", purchaseNo + "-2");
        stock.order(purchaseNo, null, null, null);

        assertThat(onOrder()).as("the clerk who finds it bought adds nothing").isEqualTo(80);
    }

    @Test
    void thePageOfTheStockShowsWhatIsOnItsWay() {
        var late = ordered(20);
        comesNotInTime(late);
        stock.order(nextMorning(), 30, null, null);
        buyers.waiting(buyers.customer(), 4);

        buyers.stock(1);

        assertThat(page.purchases()).singleElement().satisfies(shown -> {
            assertThat(shown.productId()).isEqualTo("movie-30");
            assertThat(shown.onOrder()).contains("30 张").doesNotContain(late);
            assertThat(shown.late()).contains(late, "20 张", "没到货");
        });
        assertThat(codes.owed("movie-30")).as("of those in stock").isOne();
    }

    private String ordered(int quantity) {
        var purchaseNo = nextMorning();
        stock.order(purchaseNo, quantity, null, null);
        assertThat(onOrder()).isEqualTo(quantity);
        return purchaseNo;
    }

    /** The number of the purchase that the daily look at the stock makes of it. */
    private String nextMorning() {
        stock.daysOfStock("movie-30");
        return stock.raise("movie-30", DAYS);
    }

    private long onOrder() {
        return care.outlook("movie-30").onOrder();
    }

    private void comesNotInTime(String purchaseNo) {
        jdbc.update(
                "update purchase_order set expected_on = expected_on - interval '10' day where purchase_no = ?",
                purchaseNo);
    }

    private void restocks(ProcessInstance order, Map<String, Object> bought) {
        clerk.completes(task("Task_RestockForOrder", order).getId(), bought).is(204);
    }

    private static Map<String, Object> bought(String quantity, String costYuan, String number) {
        return Map.of("orderedQuantity", quantity, "purchaseCostYuan", costYuan, "purchaseOrderNo", number);
    }

    private String card(ProcessInstance order) {
        return clerk.card(task("Task_RestockForOrder", order).getId()).is(200).text("/order/value");
    }

    private void imports(String boughtBy, String validUntil, int count) {
        var lines =
                Stream.concat(Stream.of("券码,有效期至"), IntStream.range(0, count).mapToObj(i -> "P%dX%d,%s"
                        .formatted(System.nanoTime(), i, validUntil)));
        var fields = Map.of("couponProduct", "movie-30", "boughtBy", boughtBy);
        var form = Files.form("券码.csv", Files.csv(lines.toArray(String[]::new)), fields);
        var id = clerk.rest()
                .post("/engine-rest/process-definition/key/CouponImportProcess/submit-form", form)
                .is(200)
                .text("/id");
        var process = runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        engine.run(process, "Task_ReadFile");
        clerk.completes(task("Task_ConfirmImport", process).getId(), Map.of("confirmed", true))
                .is(204);
        engine.run(process, "Task_ImportCodes");
    }
}
