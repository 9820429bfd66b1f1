package com.guncai.backoffice.process.engine;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * A task ends by its form and by nothing else, and a form answers no case number. The engine would take both from whoever
 * may work at a task; but service tasks trust the number, so that a changed one would decide somebody else's case, and an
 * error that no diagram catches would end the case without a trace. For the same reason a case begins where its diagram
 * does: who may start a process could otherwise start it behind the task in which somebody else decides.
 */
class FormFieldGuard extends CommandInterceptor {
    private final Supplier<Set<String>> caseNumbers;

    FormFieldGuard(Supplier<Set<String>> caseNumbers) {
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
        for (var name : TaskCommand.formFields(command).keySet()) {
            if (caseNumbers.get().contains(String.valueOf(name))) {
                throw new BadUserRequestException("表单不能修改单号 " + name);
            }
        }
        return next.execute(command);
    }
}
