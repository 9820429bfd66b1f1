package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.allowed.ModelExpressionFunctions;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Expressions of models reach variables and the actions of {@link ModelBean}s only, each the actions that are meant for the diagram in
 * which it stands.
 */
class ModelExpressionManager extends JuelExpressionManager {
    private final ApplicationContext context;
    private final ThreadLocal<@Nullable WrittenIn> reading = new ThreadLocal<>();
    private final Map<WrittenIn, JuelExpressionManager> diagrams = new ConcurrentHashMap<>();

    ModelExpressionManager(ApplicationContext context) {
        this.context = context;
    }

    /** Expressions that are created meanwhile stand in the diagram of this process. */
    void within(String process, Runnable parsing) {
        var around = reading.get();
        reading.set(new WrittenIn(process));
        try {
            parsing.run();
        } finally {
            if (around == null) {
                reading.remove();
            } else {
                reading.set(around);
            }
        }
    }

    /** The engine and its plugins add theirs. */
    @Override
    public void addFunction(String name, Method function) {
        if (ModelExpressionFunctions.NAMES.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new NameResolver(context));
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new CallResolver(context));
        return resolver;
    }

    @Override
    public Expression createExpression(String text) {
        var diagram = reading.get();
        var manager = diagram == null ? this : diagrams.computeIfAbsent(diagram, OfDiagram::new);
        return new DomainExpression(createValueExpression(text), manager, text);
    }

    /** As its surroundings, which it tells where an expression comes from. */
    private class OfDiagram extends JuelExpressionManager {
        private final WrittenIn diagram;

        OfDiagram(WrittenIn diagram) {
            this.diagram = diagram;
        }

        /** Not the one that the scope keeps: it may be of an expression in another diagram. */
        @Override
        public ELContext getElContext(VariableScope scope) {
            var el = ModelExpressionManager.this.createElContext(scope);
            el.putContext(WrittenIn.class, diagram);
            return el;
        }
    }
}
