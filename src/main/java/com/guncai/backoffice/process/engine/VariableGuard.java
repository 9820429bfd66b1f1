package com.guncai.backoffice.process.engine;

import java.util.HashMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Variables come from forms and from the product's own code. Whoever is signed in, administrators too, sets none otherwise:
 * not at a task or a process, not with a message, a signal, a modification or a migration. A start takes what its start
 * form asks.
 */
class VariableGuard extends CommandInterceptor {
    private final DeployedForms forms;
    private final BooleanSupplier isSomebodySignedIn;

    VariableGuard(DeployedForms forms, BooleanSupplier isSomebodySignedIn) {
        this.forms = forms;
        this.isSomebodySignedIn = isSomebodySignedIn;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (TaskCommand.isCompletion(command) || isQuestion(command) || !isFromOutside()) {
            return next.execute(command);
        }
        var carried = CarriedVariables.of(command);
        if (carried.isEmpty()) {
            return next.execute(command);
        }
        if (command instanceof SubmitStartFormCmd || command instanceof StartProcessInstanceCmd) {
            return next.execute(new CheckedCommand<>(command, engine -> checkStart(engine, command, carried)));
        }
        throw new BadUserRequestException("变量只能通过表单填写");
    }

    /** A decision that is tried out leaves nothing behind. */
    private static boolean isQuestion(Command<?> command) {
        return command instanceof EvaluateDecisionCmd || command instanceof EvaluateDecisionTableCmd;
    }

    /** Our own code calls the engine in a transaction, or from within one of its steps. */
    private boolean isFromOutside() {
        return isSomebodySignedIn.getAsBoolean()
                && Context.getCommandContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    private void checkStart(CommandContext engine, Command<?> command, Set<String> carried) {
        var entered = new HashMap<String, Object>();
        carried.forEach(name -> entered.put(name, ""));
        FormFieldGuard.taken(forms.of(engine, definition(engine, command)), entered);
    }

    private static ProcessDefinitionEntity definition(CommandContext engine, Command<?> command) {
        var builder = TaskCommand.instantiation(command);
        return builder == null
                ? engine.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(TaskCommand.processDefinitionId(command))
                : new GetDeployedProcessDefinitionCmd(builder, false).execute(engine);
    }
}
