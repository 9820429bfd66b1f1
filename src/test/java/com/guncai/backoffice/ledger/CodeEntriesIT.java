package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.couponsales.CodeBuyers;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.Files;
import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Codes bought, sold, used and discarded. */
class CodeEntriesIT extends OrderEntriesFixture {
    @Autowired
    CodeStock stock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void codesThatAreBoughtSoldUsedAndDiscarded() {
        var buyers = new CodeBuyers(port, engine);
        buyers.nothingIsInStock();
        var far = "T" + System.nanoTime();
        var near = BusinessTime.today(clock).plusMonths(1).plusDays(3);
        var importNo = imports(
                "81.5",
                far + "A,2099-12-31",
                far + "B," + near,
                far + "C," + BusinessTime.today(clock).plusDays(9));

        assertThat(of(Fact.CODES_RECEIVED, importNo)).isEqualTo("CODES_RECEIVED CODE_STOCK 8150 CODES_ORDERED -8150");
        assertThat(of(Fact.CODES_DISCARDED, importNo))
                .isEqualTo("CODES_DISCARDED DISCARDED:MOVIE 2717 CODE_STOCK -2717");

        var process = buyers.paid(customer, 1);
        engine.run(process, "Task_HandOutCodes");
        assertThat(story(process.getBusinessKey()))
                .containsExactly(
                        "ORDER_PAID WECHAT 2800 PREPAYMENT -2800",
                        "WECHAT_FEE WECHAT_FEE 17 WECHAT -17",
                        "REVENUE_EARNED PREPAYMENT 2800 REVENUE:MOVIE -2800");

        var coupon = customer.coupons("ISSUED").at("/0/id").asLong();
        customer.redeems(coupon).is(200);
        customer.redeems(coupon).is(200);
        assertThat(of(Fact.CODE_USED, "coupon/" + coupon)).isEqualTo("CODE_USED COST:MOVIE 2717 CODE_STOCK -2717");
        assertThat(entries.find(Fact.COUPON_REDEEMED, "coupon/" + coupon))
                .as("its owner paid for it")
                .isEmpty();

        jdbc.update(
                "update coupon_code set valid_until = ? where import_no = ? and state = 'IN_STOCK'",
                Timestamp.from(clock.instant().plus(Duration.ofDays(9))),
                importNo);
        assertThat(stock.discard()).isOne();
        var discarded = new EntryFilter(null, null, Account.parse("DISCARDED:MOVIE"), null, null);
        assertThat(told(entries.page(discarded, null, 1).items().get(0)))
                .isEqualTo("CODES_DISCARDED DISCARDED:MOVIE 2716 CODE_STOCK -2716");
    }

    private String imports(String costYuan, String... lines) {
        var clerk = new Clerk(port, "coupon");
        var all = new ArrayList<>(List.of("券码,有效期至"));
        all.addAll(List.of(lines));
        var fields = Map.of("couponProduct", "movie-30", "boughtBy", "COMPANY", "purchaseCostYuan", costYuan);
        var started = clerk.rest()
                .post(
                        "/engine-rest/process-definition/key/CouponImportProcess/submit-form",
                        Files.form("券码.csv", Files.csv(all.toArray(String[]::new)), fields))
                .is(200);
        var process = engine.process(started.text("/businessKey"));
        engine.run(process, "Task_ReadFile");
        clerk.completes(task("Task_ConfirmImport", process).getId(), Map.of("confirmed", true))
                .is(204);
        engine.run(process, "Task_ImportCodes");
        return process.getBusinessKey();
    }

    private String of(Fact fact, String reference) {
        return told(entries.find(fact, reference).orElseThrow());
    }
}
