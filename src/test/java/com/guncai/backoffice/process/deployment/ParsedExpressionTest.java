package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.process.deployment.ParsedExpression.Argument;
import com.guncai.backoffice.process.deployment.ParsedExpression.Call;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An expression is read as the engine reads it, whatever stands in its strings and arguments. */
class ParsedExpressionTest {
    @Test
    void bracketsAndCommasWithinAStringAreNoArguments() {
        assertThat(ParsedExpression.of("${notification.tell(orderNo, 'a (b), c', \"}\")}")
                        .calls())
                .containsExactly(new Call("notification", "tell", arguments(null, "a (b), c", "}")));
    }

    @Test
    void callsWithinArgumentsAreFoundAfterTheCallAroundThem() {
        assertThat(ParsedExpression.of("${refund.start(orderNo, payment.paid(orderNo, 1), empty reason)}")
                        .calls())
                .containsExactly(
                        new Call("refund", "start", arguments(null, null, null)),
                        new Call("payment", "paid", arguments(null, null)));
    }

    @Test
    void callsOnWhatAnotherCallReturnsHaveNoBean() {
        assertThat(ParsedExpression.of("${deadline.of(orderNo).plus('PT1H').toString()}")
                        .calls())
                .containsExactly(
                        new Call(null, "toString", arguments()),
                        new Call(null, "plus", arguments("PT1H")),
                        new Call("deadline", "of", arguments((String) null)));
    }

    @Test
    void aComputedMethodHasNoName() {
        assertThat(ParsedExpression.of("${payment[name](orderNo)}").calls())
                .containsExactly(new Call("payment", null, arguments((String) null)));
    }

    @Test
    void variablesAndFunctionsAreToldApart() {
        var parsed = ParsedExpression.of("PT${hours}H ${approved && dateTime().isAfter(due.at) ? one : list[two]}");

        assertThat(parsed.names()).containsExactlyInAnyOrder("hours", "approved", "due", "one", "list", "two");
        assertThat(parsed.functions()).containsExactly("dateTime");
        assertThat(parsed.calls()).containsExactly(new Call(null, "isAfter", arguments((String) null)));
    }

    @Test
    void whatTheEngineCannotReadIsNoExpression() {
        assertThatThrownBy(() -> ParsedExpression.of("${payment.settle(orderNo}"))
                .isInstanceOf(TreeBuilderException.class);
    }

    private static List<Argument> arguments(@Nullable String... texts) {
        return Stream.of(texts).map(Argument::new).toList();
    }
}
