package com.guncai.backoffice.process;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the list of tasks says before all tasks of a case, those that come later included. */
@Component
public class TaskMarks {
    /** The variable that the lists of tasks show. */
    public static final String VARIABLE = "mark";

    /** Its customer wants the money back and nobody decided on it. */
    public static final String UNDER_REFUND = "⚠退款中";

    /** The order was fulfilled before; customer service agreed to have it done once more. */
    public static final String REDONE = "🔁重新办理";

    private final RuntimeService runtime;

    TaskMarks(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Nothing happens when the case has no running process. */
    public void put(String caseNo, String mark) {
        unrestricted(() -> {
            instances(caseNo).forEach(instance -> runtime.setVariable(instance, VARIABLE, mark));
            return true;
        });
    }

    public void remove(String caseNo) {
        unrestricted(() -> {
            instances(caseNo).forEach(instance -> runtime.removeVariable(instance, VARIABLE));
            return true;
        });
    }

    private Iterable<String> instances(String caseNo) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                .map(instance -> instance.getId())
                .toList();
    }

    /** Whoever decides on a refund need not have a right to the order's process. */
    private static void unrestricted(Callable<Boolean> work) {
        var command = Context.getCommandContext();
        try {
            if (command == null) {
                work.call();
            } else {
                command.runWithoutAuthorization(work);
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
