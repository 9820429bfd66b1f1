package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CommandFailures;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Keeps what a command fails with for whoever answers the request. */
class FailureInterceptor extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            CommandFailures.add(failure);
            throw failure;
        }
    }
}
