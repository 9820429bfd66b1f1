package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.process.deployment.ParsedExpression.Call;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.junit.jupiter.api.Test;

/** An expression is read as the engine reads it, whatever stands in its strings and arguments. */
class ParsedExpressionTest {
    @Test
    void bracketsAndCommasWithinAStringAreNoArguments() {
        assertThat(ParsedExpression.of("${notification.tell(orderNo, 'a (b), c', \"}\")}")
                        .calls())
                .containsExactly(new Call("notification", "tell", 3));
    }

    @Test
    void callsWithinArgumentsAreFoundAfterTheCallAroundThem() {
        assertThat(ParsedExpression.of("${refund.start(orderNo, payment.paid(orderNo, 1), empty reason)}")
                        .calls())
                .containsExactly(new Call("refund", "start", 3), new Call("payment", "paid", 2));
    }

    @Test
    void callsOnWhatAnotherCallReturnsHaveNoBean() {
        assertThat(ParsedExpression.of("${deadline.of(orderNo).plus('PT1H').toString()}")
                        .calls())
                .containsExactly(
                        new Call(null, "toString", 0), new Call(null, "plus", 1), new Call("deadline", "of", 1));
    }

    @Test
    void aComputedMethodHasNoName() {
        assertThat(ParsedExpression.of("${payment[name](orderNo)}").calls())
                .containsExactly(new Call("payment", null, 1));
    }

    @Test
    void variablesAndFunctionsAreToldApart() {
        var parsed = ParsedExpression.of("PT${hours}H ${approved && dateTime().isAfter(due.at) ? one : list[two]}");

        assertThat(parsed.names()).containsExactlyInAnyOrder("hours", "approved", "due", "one", "list", "two");
        assertThat(parsed.functions()).containsExactly("dateTime");
        assertThat(parsed.calls()).containsExactly(new Call(null, "isAfter", 1));
    }

    @Test
    void whatTheEngineCannotReadIsNoExpression() {
        assertThatThrownBy(() -> ParsedExpression.of("${payment.settle(orderNo}"))
                .isInstanceOf(TreeBuilderException.class);
    }
}
