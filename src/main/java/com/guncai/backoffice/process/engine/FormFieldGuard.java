package com.guncai.backoffice.process.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.value.ObjectValue;

/**
 * A task ends by its form and by nothing else, and a form answers what it asks and nothing else: no case number, which
 * service tasks trust, and no field of another form, which would answer for whoever fills in that one. The engine would take
 * all of it from whoever may work at a task; and an error that no diagram catches would end the case without a trace. For the
 * same reason a case begins where its diagram does: who may start a process could otherwise start it behind the task in
 * which somebody else decides.
 */
class FormFieldGuard extends CommandInterceptor {
    /** As the engine's column. */
    private static final int LONGEST = 4000;

    private final DeployedForms forms;
    private final Supplier<Set<String>> caseNumbers;

    FormFieldGuard(DeployedForms forms, Supplier<Set<String>> caseNumbers) {
        this.forms = forms;
        this.caseNumbers = caseNumbers;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (TaskCommand.isOtherEnd(command)) {
            throw new BadUserRequestException("任务只能填好表单后完成");
        }
        if (command instanceof StartProcessInstanceAtActivitiesCmd
                || command instanceof AbstractRestartProcessInstanceCmd) {
            throw new BadUserRequestException("流程只能从头发起");
        }
        var entered = TaskCommand.formFields(command);
        if (entered.isEmpty()) {
            return next.execute(command);
        }
        for (var name : entered.keySet()) {
            if (caseNumbers.get().contains(name)) {
                throw new BadUserRequestException("表单不能修改单号 " + name);
            }
        }
        return next.execute(new CheckedCommand<>(command, engine -> checkTask(engine, command)));
    }

    private void checkTask(CommandContext engine, Command<?> command) {
        var task = engine.getTaskManager().findTaskById(TaskCommand.taskId(command));
        if (task != null) {
            TaskCommand.setFormFields(command, taken(forms.of(engine, task), TaskCommand.formFields(command)));
        }
    }

    /**
     * What is taken of what was entered: a field that the form only shows comes back with it and is left out.
     *
     * @throws BadUserRequestException for anything that the form does not ask
     */
    static Map<String, Object> taken(FormFields form, Map<String, Object> entered) {
        var others = new HashSet<>(entered.keySet());
        others.removeAll(form.asked());
        others.removeAll(form.shown());
        if (!others.isEmpty()) {
            throw new BadUserRequestException(
                    "表单没有这些内容：" + String.join("、", others.stream().sorted().toList()));
        }
        var taken = new HashMap<>(entered);
        taken.keySet().retainAll(form.asked());
        taken.forEach(FormFieldGuard::checkValue);
        return taken;
    }

    private static void checkValue(String name, Object value) {
        if (value instanceof ObjectValue) {
            throw new BadUserRequestException("表单不接受这种内容：" + name);
        }
        if (value instanceof CharSequence text && text.length() > LONGEST) {
            throw new BadUserRequestException("内容太长：" + name);
        }
    }
}
