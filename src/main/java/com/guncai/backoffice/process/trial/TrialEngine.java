package com.guncai.backoffice.process.trial;

import com.guncai.backoffice.process.allowed.ModelActions;
import com.guncai.backoffice.process.allowed.ModelExpressionFunctions;
import com.guncai.backoffice.process.allowed.NoClasses;
import com.guncai.backoffice.process.allowed.NoScripts;
import com.guncai.backoffice.process.allowed.PlainFeel;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An engine in memory with nothing behind it: no table of ours, no network, no job that runs by itself. Made when the first
 * diagram is played; no address leads to it.
 */
@Component
class TrialEngine {
    private final ModelActions actions;
    private @Nullable ProcessEngine engine;

    TrialEngine(ModelActions actions) {
        this.actions = actions;
    }

    synchronized ProcessEngine get() {
        if (engine == null) {
            engine = create();
        }
        return engine;
    }

    private ProcessEngine create() {
        var name = "trial-" + UUID.randomUUID();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setExpressionManager(new Expressions(new TrialBeans(actions)));
        configuration.setScriptingEngines(new NoScripts());
        configuration.setArtifactFactory(new NoClasses());
        configuration.setDmnEngineConfiguration(PlainFeel.decisions());
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new TrialParseListener())));
        var created = configuration.buildProcessEngine();
        ProcessEngines.unregister(created);
        return created;
    }

    private static class Expressions extends JuelExpressionManager {
        private final TrialBeans beans;

        Expressions(TrialBeans beans) {
            this.beans = beans;
        }

        @Override
        public void addFunction(String name, Method function) {
            if (ModelExpressionFunctions.NAMES.contains(name)) {
                super.addFunction(name, function);
            }
        }

        @Override
        protected ELResolver createElResolver() {
            var resolver = new CompositeELResolver();
            resolver.add(new VariableScopeElResolver());
            resolver.add(new VariableContextElResolver());
            resolver.add(beans);
            resolver.add(new ArrayELResolver(true));
            resolver.add(new ListELResolver(true));
            resolver.add(new MapELResolver(true));
            return resolver;
        }
    }
}
