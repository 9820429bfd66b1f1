package com.guncai.backoffice.flower;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.ProcessTest;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Until a clerk takes the task, a customer changes where the flowers go; afterwards staff are told. On H2. */
@ProcessTest
@Import(Engine.class)
class DeliveryChangeTest {
    private static final Map<String, Object> ELSEWHERE = Map.of("city", "柳州", "address", "龙城路 1 号", "recipient", "韦女士");

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    OrderNotes notes;

    @Autowired
    DeliveryChanges changes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    MiniProgram customer;
    Clerk clerk;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        clerk = new Clerk(port, "flower");
        orderNo = customer.placesFlowers();
        process = engine.paid(customer, orderNo);
    }

    @Test
    void untilAClerkTakesTheTaskTheCustomerChangesWhereTheFlowersGo() {
        assertThat(actions()).contains("delivery");

        var changed = changes(ELSEWHERE).is(200);

        assertThat(changed.text("/details/city")).isEqualTo("柳州");
        assertThat(changed.text("/details/address")).isEqualTo("龙城路 1 号");
        assertThat(changed.text("/details/recipient")).isEqualTo("韦女士");
        assertThat(changed.text("/details/phone")).as("not asked for").isEqualTo("13900000001");
        assertThat(customer.timeline(orderNo)).endsWith("您已修改配送信息");
        assertThat(card()).contains("柳州 龙城路 1 号", "韦女士");
        assertThat(tasks.getVariable(task().getId(), "summary").toString()).startsWith("柳州 ");
    }

    @Test
    void theSlotIsTheOneThatTheShopIsHeldTo() {
        var slot = OffsetDateTime.parse(customer.order(orderNo).text("/details/deliverySlot"));
        var changed =
                changes(Map.of("deliverySlot", slot.plusDays(2).toString())).is(200);

        assertThat(OffsetDateTime.parse(changed.text("/details/deliverySlot"))).isEqualTo(slot.plusDays(2));
        engine.complete(process, "Task_PurchaseFlowers", shop(slot.plusDays(2)));
        assertThat(engine.due("Task_FollowDelivery", process))
                .isEqualTo(slot.plusDays(2).toInstant());
    }

    @Test
    void theDeadlinesOfATaskThatCountsFromThePromiseFollowAChange() {
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        var due = engine.due("Task_FollowDelivery", process);
        var later = due.plusSeconds(7200);
        jdbc.update(
                "update flower_order set estimated_delivery_at = ? where order_no = ?", Timestamp.from(later), orderNo);

        engine.changed(orderNo, "柳州 …");

        assertThat(engine.due("Task_FollowDelivery", process)).isEqualTo(later);
        assertThat(engine.lookedAt("Task_FollowDelivery", process)).isEqualTo(later.plusSeconds(7200));
    }

    @Test
    void onceAClerkHasItTheWishIsANoteAndBothDesksAreTold() {
        clerk.claims(task().getId()).is(204);
        assertThat(actions()).doesNotContain("delivery");

        var refused = changes(ELSEWHERE).is(409);
        changes(ELSEWHERE).is(409);

        assertThat(refused.text("/code")).isEqualTo("ORDER_STATE");
        assertThat(refused.text("/detail")).contains("已转告客服");
        assertThat(customer.order(orderNo).text("/details/city")).isEqualTo("南宁");
        assertThat(wishes()).containsExactly("想改配送信息：城市改为柳州；地址改为龙城路 1 号；收花人改为韦女士");
        assertThat(card()).contains("用户想改配送信息：城市改为柳州；地址改为龙城路 1 号");
        assertThat(engine.messages(orderNo))
                .filteredOn("DESK_DELIVERY_CHANGE_WANTED"::equals)
                .as("the flower desk and customer service, once")
                .hasSize(2);
    }

    @Test
    void onceAShopHasItTheWishIsANote() {
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));

        assertThat(changes(Map.of("phone", "13900000077")).is(409).text("/code"))
                .isEqualTo("ORDER_STATE");

        assertThat(wishes()).containsExactly("想改配送信息：电话改为13900000077");
    }

    @ParameterizedTest
    @CsvSource({
        "city, 北京, CITY_NOT_SERVED",
        "deliverySlot, 2020-01-01T10:00+08:00, SLOT_TOO_SOON",
        "deliverySlot, 2099-01-01T10:30+08:00, SLOT_NOT_ON_HOUR",
        "phone, 12345, REQUEST_INVALID",
        "address, ' ', DELIVERY_CHANGE_EMPTY"
    })
    void whatCouldNotBeOrderedIsRefused(String field, String value, String code) {
        assertThat(changes(Map.of(field, value)).is(400).text("/code")).isEqualTo(code);
    }

    @Test
    void nothingIsChangedBeforeThePaymentOrBySomebodyElse() {
        var unpaid = customer.placesFlowers();
        assertThat(customer.changesDelivery(unpaid, ELSEWHERE).is(409).text("/code"))
                .isEqualTo("ORDER_STATE");
        assertThat(MiniProgram.of(port, "13500000009")
                        .changesDelivery(orderNo, ELSEWHERE)
                        .is(404)
                        .text("/code"))
                .isEqualTo("ORDER_NOT_FOUND");
        assertThat(notes.of(unpaid)).isEmpty();
    }

    @Test
    void aChangeWaitsForAClaimThatIsJustBeingMade() {
        var task = task().getId();
        var answer = transaction.execute(status -> {
            tasks.claim(task, "flower");
            var change = CompletableFuture.supplyAsync(() -> changes(ELSEWHERE).status());
            stillWaits(change);
            return change;
        });

        assertThat(answer.join()).isEqualTo(409);
        assertThat(wishes()).hasSize(1);
    }

    @Test
    void aClaimWaitsForAChangeThatIsJustBeingMade() {
        var task = task().getId();
        var me = new CurrentCustomer(customer.id());
        var answer = transaction.execute(status -> {
            changes.change(me, orderNo, new DeliveryChangeRequest("柳州", "龙城路 1 号", null, null, null));
            var claim = CompletableFuture.supplyAsync(() -> clerk.claims(task).status());
            stillWaits(claim);
            return claim;
        });

        assertThat(answer.join()).isEqualTo(204);
        assertThat(card()).contains("柳州 龙城路 1 号");
    }

    @Test
    void ofAChangeAndAClaimAtOnceEitherTheClerkReadsItOrStaffAreTold() {
        var task = task().getId();

        var answers = atOnce(
                () -> changes(ELSEWHERE).status(), () -> clerk.claims(task).status());

        assertThat(answers.get(1)).isEqualTo(204);
        var changed = answers.get(0) == 200;
        assertThat(answers.get(0)).isIn(200, 409);
        assertThat(wishes()).hasSize(changed ? 0 : 1);
        assertThat(customer.order(orderNo).text("/details/city")).isEqualTo(changed ? "柳州" : "南宁");
    }

    /** As long as a quick answer takes, many times over. */
    private static void stillWaits(CompletableFuture<Integer> answer) {
        assertThatThrownBy(() -> answer.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private Answer changes(Map<String, Object> change) {
        return customer.changesDelivery(orderNo, change);
    }

    private Map<String, Object> shop(OffsetDateTime delivery) {
        var shop = FlowerShop.foundFor(customer);
        shop.put("estimatedDeliveryAt", delivery.toString());
        return shop;
    }

    private List<String> wishes() {
        return notes.of(orderNo).stream().map(OrderNotes.Note::text).toList();
    }

    private List<String> actions() {
        return StreamSupport.stream(
                        customer.order(orderNo).json().at("/actions").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(orderNo).singleResult();
    }

    private String card() {
        return clerk.card(task().getId()).is(200).text("/order/value");
    }
}
