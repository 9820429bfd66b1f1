package com.guncai.backoffice.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets the REST API answer for the engine of the test's own context. The context before it closes only when the new one
 * has started, and takes the name {@code default} off the list of engines, whoever carries it by then.
 */
public class EngineOfTheTest implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(ProcessEngine.class)
                .ifAvailable(ProcessEngines::registerProcessEngine);
    }
}
