package com.guncai.backoffice.order;

import static com.guncai.backoffice.order.AnOrder.NOON;
import static com.guncai.backoffice.order.AnOrder.announcedBy;
import static com.guncai.backoffice.order.OrderStatus.ACCEPTED;
import static com.guncai.backoffice.order.OrderStatus.AWAITING_PAYMENT;
import static com.guncai.backoffice.order.OrderStatus.CANCELLED;
import static com.guncai.backoffice.order.OrderStatus.COMPLETED;
import static com.guncai.backoffice.order.OrderStatus.PAID;
import static com.guncai.backoffice.order.OrderStatus.REFUNDED;
import static com.guncai.backoffice.order.OrderStatus.REFUNDING;
import static com.guncai.backoffice.order.OrderStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.guncai.backoffice.shared.ProblemException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which state of an order allows what, and that everything else is refused and changes nothing. */
class OrderStatesTest {
    private enum Step {
        ACCEPT(order -> order.accepted("已下单", NOON), ACCEPTED, PAID),
        COMPLETE(order -> order.completed("已送达", NOON), COMPLETED, PAID, ACCEPTED),
        REJECT(order -> order.rejected("凭证不清", NOON), REJECTED, PAID, ACCEPTED),
        CANCEL(order -> order.cancelled("已取消", NOON), CANCELLED, AWAITING_PAYMENT),
        ASK_FOR_A_REFUND(Order::refundOpened, null, PAID, ACCEPTED, COMPLETED, REFUNDED),
        START_A_REFUND(order -> order.refunding(NOON), REFUNDING, PAID, ACCEPTED, CANCELLED, COMPLETED, REFUNDED),
        FINISH_A_REFUND(order -> order.refunded(5_000, "已退款", NOON), null, PAID, ACCEPTED, COMPLETED, REFUNDED) {
            @Override
            Stream<OrderStatus> before() {
                return Stream.concat(super.before(), Stream.of(REFUNDING));
            }

            @Override
            OrderStatus after(OrderStatus before) {
                return before == REFUNDING ? REFUNDED : before;
            }
        };

        private final Consumer<Order> action;
        private final OrderStatus after;
        private final Set<OrderStatus> allowed;

        /** @param after {@code null} where the state stays */
        Step(Consumer<Order> action, OrderStatus after, OrderStatus... allowed) {
            this.action = action;
            this.after = after;
            this.allowed = Set.of(allowed);
        }

        Stream<OrderStatus> before() {
            return allowed.stream();
        }

        OrderStatus after(OrderStatus before) {
            return after == null ? before : after;
        }
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("allowed")
    void isAllowed(Step step, OrderStatus before) {
        var order = AnOrder.in(before);

        step.action.accept(order);

        assertThat(order.status()).isEqualTo(step.after(before));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("refused")
    void isRefused(Step step, OrderStatus before) {
        var order = AnOrder.in(before);
        var announced = announcedBy(order);

        var refusal = catchThrowableOfType(ProblemException.class, () -> step.action.accept(order));

        assertThat(refusal).as("%s when %s", step, before).isNotNull();
        assertThat(refusal.code()).isEqualTo("ORDER_STATE");
        assertThat(refusal.detail()).contains("（" + before.label() + "）");
        assertThat(order.status()).isEqualTo(before);
        assertThat(announcedBy(order)).isEqualTo(announced);
    }

    static Stream<Arguments> allowed() {
        return Arrays.stream(Step.values()).flatMap(step -> step.before().map(before -> arguments(step, before)));
    }

    static Stream<Arguments> refused() {
        return Arrays.stream(Step.values()).flatMap(step -> Arrays.stream(OrderStatus.values())
                .filter(before -> step.before().noneMatch(before::equals))
                .map(before -> arguments(step, before)));
    }
}
