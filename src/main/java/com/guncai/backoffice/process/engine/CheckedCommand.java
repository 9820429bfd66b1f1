package com.guncai.backoffice.process.engine;

import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * A command with a check before it, in the same transaction: what the check reads, the command need not read again.
 *
 * @param command as it was given to the engine
 * @param check throws what refuses it
 */
record CheckedCommand<T>(Command<T> command, Consumer<CommandContext> check) implements Command<T> {

    @Override
    public T execute(CommandContext engine) {
        check.accept(engine);
        return command.execute(engine);
    }

    /** The command behind any checks. */
    static Command<?> original(Command<?> command) {
        return command instanceof CheckedCommand<?> checked ? original(checked.command) : command;
    }
}
