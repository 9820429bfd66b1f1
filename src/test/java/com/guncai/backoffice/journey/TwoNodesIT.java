package com.guncai.backoffice.journey;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.PostgreSql;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL database, started by hand: a class without a context in Spring's cache comes first. */
@Tag("application")
class TwoNodesIT {
    private static Node a;
    private static Node b;

    private MiniProgram customer;

    @BeforeAll
    static void startOneAfterTheOther() {
        var database = PostgreSql.newDatabase();
        a = Node.on(database, "a");
        b = Node.on(database, "b");
    }

    @AfterAll
    static void stop() {
        Stream.of(b, a).filter(Objects::nonNull).forEach(Node::close);
    }

    @BeforeEach
    void meet() {
        customer = MiniProgram.of(a.port(), "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    @Test
    void theSecondNodeFindsTheModelsOfTheFirst() {
        var admin = b.clerk("admin");
        var files = Stream.of(new File("processes").list()).map(name -> name.replaceFirst("\\..*", ""));

        assertThat(admin.asks("/deployment").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(files.toList());
        assertThat(admin.asks("/process-definition").findValuesAsText("version"))
                .containsOnly("1");
    }

    @Test
    void aSessionAndAnOrderOfOneNodeAreTheOthersToo() {
        var orderNo = customer.placesFlowers();
        assertThat(customer.at(b.port()).status(orderNo)).isEqualTo("AWAITING_PAYMENT");
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));
        assertThat(b.notice(orderNo)).isEqualTo(204);

        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        assertThat(b.clerk("flower").awaitsTask(orderNo)).isNotNull();
    }

    @RepeatedTest(3)
    void aNoticeToBothAtOnceTakesEffectOnce() {
        var orderNo = customer.placesFlowers();
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));

        assertThat(atOnce(() -> a.notice(orderNo), () -> b.notice(orderNo))).containsOnly(204);
        assertThat(atOnce(() -> a.notice(orderNo), () -> b.notice(orderNo))).containsOnly(204);

        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        assertThat(customer.timeline(orderNo)).containsExactly("订单已提交，等待支付", "支付成功，等待商家接单");
        assertThat(a.count(
                        "payment natural join payment_notification where outcome = 'ACCEPTED' and order_no = ?",
                        orderNo))
                .isOne();
        assertThat(a.tasks(orderNo)).containsExactly("Task_PurchaseFlowers");
        awaitNoWorkLeft();
        assertThat(deskWasTold(orderNo)).isOne();
    }

    @RepeatedTest(3)
    void theSameKeyAtBothIsOneOrder() {
        var key = UUID.randomUUID().toString();
        var flowers = customer.flowers();
        var atB = customer.at(b.port());
        var answers = atOnce(() -> customer.orders(flowers, key), () -> atB.orders(flowers, key));

        assertThat(answers)
                .extracting(answer -> answer.is(201).text("/orderNo"))
                .containsOnly(answers.get(0).text("/orderNo"));
        assertThat(customer.api().get("/api/v1/orders").text("/total")).isEqualTo("1");
    }

    @RepeatedTest(3)
    void ofTwoWhoCompleteATaskOneWins() {
        var orderNo = paid(a);
        var task = a.task(orderNo);

        var answers = atOnce(() -> a.buys(task, "花店甲"), () -> b.buys(task, "花店乙"));

        assertThat(answers).extracting(answer -> answer.status() < 400).containsExactlyInAnyOrder(true, false);
        assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
        assertThat(customer.order(orderNo).text("/shop/name"))
                .isEqualTo(answers.get(0).status() == 204 ? "花店甲" : "花店乙");
        assertThat(customer.timeline(orderNo).toString()).containsOnlyOnce("商家已接单");
        assertThat(b.tasks(orderNo)).containsExactly("Task_FollowDelivery");
    }

    @RepeatedTest(3)
    void whenCustomerAndClerkBothSayDeliveredItIsCompletedOnce() {
        var orderNo = accepted(b);
        var task = b.task(orderNo);

        var answers = atOnce(() -> customer.confirmsDelivery(orderNo), () -> b.clerk("flower")
                .completes(task, Map.of("deliveryNote", "本人签收", "completeEarly", true)));

        assertThat(answers).extracting(Answer::status).containsAnyOf(200, 204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        assertThat(customer.timeline(orderNo).toString()).containsOnlyOnce("订单完成");
        awaitNoWorkLeft();
        assertThat(customerWasTold("COMPLETED", orderNo)).isOne();
    }

    @Test
    void whoeverDoesTheWorkEachMessageArrivesOnce() {
        var orders = Stream.generate(customer::placesFlowers).limit(10).toList();
        Stream<Supplier<Answer>> payments = orders.stream().map(orderNo -> () -> customer.pays(orderNo));
        assertThat(atOnce(payments.toList()))
                .extracting(paid -> paid.text("/notifications/0/status"))
                .containsOnly("204");
        awaitNoWorkLeft();
        var tasks = a.clerk("flower").asks("/task?processInstanceBusinessKeyIn=" + String.join(",", orders));
        var desks = Stream.iterate(a, TwoNodesIT::other).iterator();
        tasks.forEach(task -> desks.next().buys(task.get("id").asText(), "花店").is(204));
        awaitNoWorkLeft();

        assertThat(orders).allSatisfy(orderNo -> {
            assertThat(deskWasTold(orderNo)).isOne();
            assertThat(customerWasTold("ACCEPTED", orderNo)).isOne();
        });
        var processes = tasks.findValuesAsText("processInstanceId").toString();
        assertThat(a.clerk("admin").asks("/history/job-log?successLog=true"))
                .filteredOn(
                        job -> processes.contains(job.get("processInstanceId").asText()))
                .anyMatch(a::carriedOut)
                .anyMatch(b::carriedOut);
    }

    /** Everybody has paid; the coupons are handed out by the jobs of both nodes. */
    @Test
    void ofThirtyTwoBuyersOneGetsTheLastCodeAndTheOthersWait() {
        var sandbox = Json.at(a.port());
        var code = a.stocks(1);
        var buyers = Stream.iterate(a, TwoNodesIT::other)
                .map(node -> newCustomer().at(node.port()))
                .limit(32)
                .toList();
        Stream<Supplier<String>> purchases = buyers.stream().map(buyer -> () -> {
            var orderNo = buyer.buys("movie-30", 1).is(201).text("/orderNo");
            buyer.pays(orderNo);
            return orderNo;
        });
        var orders = atOnce(purchases.toList());
        awaitNoWorkLeft();

        var table = "coupon_order o join customer_order c on c.order_no = o.order_no where c.status = ?";
        assertThat(a.count(table, "COMPLETED")).isOne();
        assertThat(a.count(table, "PAID")).isEqualTo(31);
        assertThat(codesOf(buyers)).hasSize(1).isEqualTo(code);

        var more = a.stocks(31);
        atOnce(() -> a.servesWaiting("movie-30"), () -> b.servesWaiting("movie-30"));
        awaitNoWorkLeft();

        assertThat(a.count(table, "COMPLETED")).isEqualTo(32);
        assertThat(codesOf(buyers))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(code.stream(), more.stream()).toList());
        assertThat(orders).allSatisfy(orderNo -> assertThat(a.count("coupon where bought_with = ?", orderNo))
                .isOne());
        assertThat(sandbox.get("/api/v1/catalog")
                        .json()
                        .at("/couponProducts/0/inStock")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void bothTalkToWeChatWithOneToken() {
        for (var node : List.of(a, b, a)) {
            other(node).restsDuring(() -> assertThat(customerWasTold("ACCEPTED", accepted(node)))
                    .isOne());
        }
        assertThat(a.weChatToken()).isNotEmpty().isEqualTo(b.weChatToken());
    }

    private static MiniProgram newCustomer() {
        return MiniProgram.of(a.port(), "133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    /** What each tap on each of their coupons shows. */
    private static List<String> codesOf(List<MiniProgram> buyers) {
        return buyers.stream().flatMap(buyer -> buyer.codes().stream()).toList();
    }

    private static Node other(Node node) {
        return node == a ? b : a;
    }

    /** Placed at one node, its payment told to the other. */
    private String paid(Node node) {
        var orderNo = customer.at(node.port()).placesFlowers();
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));
        assertThat(other(node).notice(orderNo)).isEqualTo(204);
        awaitNoWorkLeft();
        return orderNo;
    }

    private String accepted(Node node) {
        var orderNo = paid(node);
        node.buys(node.task(orderNo), "花店").is(204);
        awaitNoWorkLeft();
        return orderNo;
    }

    /** A clerk or customer who deadlocks with a job makes it wait a minute: races here are between those two only. */
    private static void awaitNoWorkLeft() {
        await().untilAsserted(() ->
                assertThat(a.clerk("admin").asks("/job?messages=true")).isEmpty());
    }

    private long deskWasTold(String orderNo) {
        return a.arrived("/sandbox/sms?phone=13900010001", "SMS_DESK_ORDER_PAID", orderNo);
    }

    /** By WeChat or else by SMS. */
    private long customerWasTold(String what, String orderNo) {
        return a.arrived("/sandbox/wechat/messages?openid=" + customer.openid(), "TMPL_CUSTOMER_ORDER_" + what, orderNo)
                + a.arrived("/sandbox/sms?phone=" + customer.phone(), "SMS_CUSTOMER_ORDER_" + what, orderNo);
    }
}
