package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.OrderFields;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.allowed.ModelActions;
import com.guncai.backoffice.process.allowed.ReadOnlyResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a bare name of an expression stands for: a bean with actions, before any variable that somebody calls the same; a variable; a field
 * of the order; {@code null} for a form field that was left empty. The engine's own objects have no name.
 */
class NameResolver extends ReadOnlyResolver {
    private final ApplicationContext context;
    private final SingletonSupplier<ModelActions> actions;
    private volatile @Nullable Map<String, OrderFields> orderFields;
    private volatile @Nullable Set<String> formFields;

    NameResolver(ApplicationContext context) {
        this.context = context;
        this.actions = SingletonSupplier.of(() -> context.getBean(ModelActions.class));
    }

    /** All that an expression sees of a bean. */
    record Bean(String name) {}

    @Override
    public @Nullable Object getValue(ELContext el, @Nullable Object base, @Nullable Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        if (actions.obtain().isBean(name)) {
            el.setPropertyResolved(true);
            return new Bean(name);
        }
        if (el.getContext(VariableScope.class) instanceof VariableScope variables) {
            return valueOf(name, variables, el);
        }
        if (el.getContext(VariableContext.class) instanceof VariableContext variables
                && variables.containsVariable(name)) {
            el.setPropertyResolved(true);
            return variables.resolve(name).getValue();
        }
        return null;
    }

    private @Nullable Object valueOf(String name, VariableScope variables, ELContext el) {
        if (variables.hasVariable(name)) {
            el.setPropertyResolved(true);
            return variables.getVariable(name);
        }
        var order = orderFields().get(name);
        if (order != null && variables.getVariable(Processes.ORDER_NO) instanceof String orderNo) {
            el.setPropertyResolved(true);
            return order.value(orderNo, name);
        }
        if (formFields().contains(name)) {
            el.setPropertyResolved(true);
        }
        return null;
    }

    /** Who knows a field, by its name: the first bean that offers it. */
    private Map<String, OrderFields> orderFields() {
        var known = orderFields;
        if (known == null) {
            var sources = new HashMap<String, OrderFields>();
            context.getBeansOfType(OrderFields.class).values().forEach(source -> source.fields()
                    .forEach(field -> sources.putIfAbsent(field.name(), source)));
            known = Map.copyOf(sources);
            orderFields = known;
        }
        return known;
    }

    private Set<String> formFields() {
        var known = formFields;
        if (known == null) {
            known = context.getBeansOfType(CaseProcess.class).values().stream()
                    .flatMap(process -> process.formFields().stream())
                    .collect(Collectors.toUnmodifiableSet());
            formFields = known;
        }
        return known;
    }
}
