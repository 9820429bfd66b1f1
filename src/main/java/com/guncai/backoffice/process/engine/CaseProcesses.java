package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The class behind a diagram. */
class CaseProcesses {
    private final ApplicationContext context;

    CaseProcesses(ApplicationContext context) {
        this.context = context;
    }

    /** {@code null} for a process that somebody drew for themselves. */
    @Nullable
    CaseProcess byKey(String key) {
        return context.getBeansOfType(CaseProcess.class).values().stream()
                .filter(process -> process.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
