package com.guncai.backoffice.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the faults instead of a stack trace. */
class IncompleteConfigurationAnalyzer extends AbstractFailureAnalyzer<IncompleteConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, IncompleteConfigurationException faults) {
        if (faults.isInProduction()) {
            System.err.println(faults.getMessage() + "\n" + faults.whatToDo()); // the log is JSON, this is for a person
        }
        return new FailureAnalysis(faults.getMessage(), faults.whatToDo(), faults);
    }
}
