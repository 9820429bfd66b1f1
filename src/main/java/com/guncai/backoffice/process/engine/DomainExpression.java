package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.ProblemException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What a domain method refuses reaches the clerk as its own sentence instead of the engine's account of an expression. */
class DomainExpression extends JuelExpression {
    DomainExpression(ValueExpression value, JuelExpressionManager manager, String text) {
        super(value, manager, text);
    }

    @Override
    public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
        var outer = MDC.get(Processes.ORDER_NO);
        var orderNo = isLiteralText() || scope == null ? null : scope.getVariable(Processes.ORDER_NO);
        inLogs(orderNo == null ? outer : String.valueOf(orderNo));
        try {
            return super.getValue(scope, execution);
        } catch (ProcessEngineException failure) {
            throw inItsOwnWords(failure);
        } finally {
            inLogs(outer);
        }
    }

    private static ProcessEngineException inItsOwnWords(ProcessEngineException failure) {
        @Nullable ProblemException problem = ExceptionUtils.throwableOfType(failure, ProblemException.class);
        if (problem != null) {
            return new BadUserRequestException(problem.detail(), problem);
        }
        @Nullable NonRetryableException last = ExceptionUtils.throwableOfType(failure, NonRetryableException.class);
        return last == null ? failure : new ProcessEngineException(last.getMessage(), last);
    }

    /** Every log line of a step names its order, whatever the case's own number is. */
    private static void inLogs(@Nullable String orderNo) {
        if (orderNo == null) {
            MDC.remove(Processes.ORDER_NO);
        } else {
            MDC.put(Processes.ORDER_NO, orderNo);
        }
    }
}
