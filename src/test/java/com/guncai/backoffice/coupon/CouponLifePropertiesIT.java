package com.guncai.backoffice.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.BackofficeApplication;
import com.guncai.backoffice.customer.CouponOwner;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.testing.DemoServices;
import com.guncai.backoffice.testing.Json;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever happens to a coupon in whatever order, it is where a model of a few lines says it is: held by one order, used
 * once, given back to whom it belongs, never after its validity, and a code once shown stays shown.
 */
@Tag("application")
class CouponLifePropertiesIT {
    private static ConfigurableApplicationContext context;
    private static int port;
    private static long phones = System.nanoTime();

    @BeforeContainer
    static void start() {
        context = new SpringApplicationBuilder(BackofficeApplication.class)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:coupon-life;DB_CLOSE_DELAY=-1",
                        "--server.port=0",
                        "--server.shutdown=immediate",
                        "--camunda.bpm.process-engine-name=coupon-life",
                        "--camunda.bpm.job-execution.enabled=false");
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterContainer
    static void stop() {
        context.close();
    }

    /** @param order 1 or 2; of days, how many pass */
    record Step(Kind kind, int order) {
        enum Kind {
            HOLD,
            USE,
            GIVE_BACK,
            REDEEM,
            DAYS_PASS
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void aDeductionIsWhereItsModelSays(@ForAll("lives") List<Step> life) {
        live(life, "flower-30");
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void aCodeIsWhereItsModelSays(@ForAll("lives") List<Step> life) {
        live(life, "movie-30");
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        var kinds = Arbitraries.of(Step.Kind.values());
        return kinds.flatMap(kind -> Arbitraries.integers().between(1, 2).map(order -> new Step(kind, order)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    private static void live(List<Step> life, String product) {
        var customer = MiniProgram.of(port, "131%08d".formatted(Math.floorMod(phones++, 100_000_000)));
        var coupon = issued(customer, product);
        var model = new Model(product.equals("movie-30"));
        places("LIFE" + coupon + "X1", customer);
        places("LIFE" + coupon + "X2", customer);
        for (var step : life) {
            var order = "LIFE" + coupon + "X" + step.order();
            switch (step.kind()) {
                case HOLD -> assertThat(holds(coupon, customer, order)).isEqualTo(model.hold(step.order()));
                case USE -> assertThat(uses(coupon, order)).isEqualTo(model.use(step.order()));
                case GIVE_BACK -> {
                    coupons().giveBack(coupon, order);
                    model.giveBack(step.order());
                }
                case REDEEM -> assertThat(customer.redeems(coupon).status()).isEqualTo(model.redeem() ? 200 : 409);
                case DAYS_PASS -> {
                    pass(coupon, 40 * step.order());
                    model.daysLeft -= 40 * step.order();
                }
            }
            assertThat(customer.coupons(model.status()))
                    .as("%s after %s", model.status(), step)
                    .hasSize(1);
        }
    }

    private static long issued(MiniProgram customer, String product) {
        var sandbox = Json.at(port);
        if (product.equals("movie-30")) {
            sandbox.post("/sandbox/codes", Map.of("count", 1)).is(201);
            var order = "BOUGHT" + phones;
            places(order, customer);
            coupons()
                    .issueBought(
                            id(customer), context.getBean(CouponProducts.class).get(product), 1, order);
        } else {
            sandbox.post("/sandbox/coupons", Map.of("phone", customer.phone())).is(201);
        }
        var coupon = customer.coupons("ISSUED").at("/0/id").asLong();
        // by the clock of the application, which other tests may have moved
        var until = context.getBean(Clock.class).instant().plus(Duration.ofDays(100));
        jdbc().update("update coupon set valid_until = ? where id = ?", Timestamp.from(until), coupon);
        return coupon;
    }

    /** A coupon is held by orders that there are. */
    private static void places(String order, MiniProgram customer) {
        jdbc().update(
                        """
                        insert into customer_order (order_no, customer_id, service, status, price_fen, discount_fen,
                            payable_fen, paid_fen, refunded_fen, created_at, idempotency_key, request_digest, version)
                        select ?, id, 'FLOWER', 'AWAITING_PAYMENT', 100, 0, 100, 0, 0, created_at, ?, 'd', 0
                        from customer where id = ?""",
                        order,
                        order,
                        customer.id());
    }

    private static void pass(long coupon, int days) {
        jdbc().update("update coupon set valid_until = valid_until - interval '" + days + "' day where id = ?", coupon);
    }

    private static boolean holds(long coupon, MiniProgram customer, String order) {
        try {
            var digest = context.getBean(PersonalDataCipher.class).digest(customer.phone());
            coupons().holdDeduction(coupon, new CouponOwner(id(customer), digest), DemoServices.FLOWER, order);
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo("COUPON_NOT_AVAILABLE");
            return false;
        }
    }

    private static long id(MiniProgram customer) {
        return customer.id();
    }

    private static boolean uses(long coupon, String order) {
        try {
            coupons().use(coupon, order);
            return true;
        } catch (IllegalStateException notHeld) {
            assertThat(notHeld).hasMessageContaining("is not held by");
            return false;
        }
    }

    private static Coupons coupons() {
        return context.getBean(Coupons.class);
    }

    private static JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    /** A coupon as people explain it. */
    private static class Model {
        private final boolean code;
        private int heldBy;
        private int usedBy;
        private boolean shown;
        private int daysLeft = 100;

        Model(boolean code) {
            this.code = code;
        }

        boolean hold(int order) {
            var may = !code && isFree() && daysLeft > 0;
            heldBy = may ? order : heldBy;
            return may;
        }

        boolean use(int order) {
            var may = heldBy == order;
            if (may) {
                heldBy = 0;
                usedBy = order;
            }
            return may;
        }

        void giveBack(int order) {
            heldBy = heldBy == order ? 0 : heldBy;
            usedBy = usedBy == order ? 0 : usedBy;
        }

        boolean redeem() {
            shown = shown || code && daysLeft > 0;
            return shown;
        }

        private boolean isFree() {
            return heldBy == 0 && usedBy == 0 && !shown;
        }

        String status() {
            if (heldBy > 0) {
                return "HELD";
            }
            if (!isFree()) {
                return "USED";
            }
            return daysLeft > 0 ? "ISSUED" : "EXPIRED";
        }
    }
}
