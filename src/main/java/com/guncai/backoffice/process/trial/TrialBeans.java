package com.guncai.backoffice.process.trial;

import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.allowed.ModelActions;
import com.guncai.backoffice.process.allowed.ReadOnlyResolver;
import com.guncai.backoffice.process.allowed.ValueMethods;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.jspecify.annotations.Nullable;

/** Stands in for every {@link ModelBean}: its actions answer with samples, and do nothing. Nothing else can be called. */
class TrialBeans extends ReadOnlyResolver {
    private final ModelActions actions;

    TrialBeans(ModelActions actions) {
        this.actions = actions;
    }

    private record StandIn(String name) {}

    @Override
    public @Nullable Object getValue(ELContext el, @Nullable Object base, @Nullable Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        if (actions.isBean(name)) {
            el.setPropertyResolved(true);
            return new StandIn(name);
        }
        if (Trial.current().formFields.contains(name)) {
            el.setPropertyResolved(true);
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext el,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object[] arguments) {
        var name = String.valueOf(method);
        el.setPropertyResolved(true);
        if (base instanceof StandIn bean) {
            return answer(bean.name(), name, arguments.length);
        }
        var listed = base == null ? null : ValueMethods.find(base, name, arguments.length);
        if (base == null || listed == null) {
            throw new ELException("不能调用 " + name);
        }
        return ValueMethods.invoke(listed, base, converted(el, listed, arguments));
    }

    private @Nullable Object answer(String bean, String name, int arguments) {
        var action = actions.find(bean, name, arguments);
        if (action == null) {
            throw new MethodNotFoundException(bean + "." + name + " 没有这样的功能");
        }
        if (action.getReturnType() == void.class) {
            return null;
        }
        var call = bean + "." + name;
        var trial = Trial.current();
        return trial.choices.choose(
                call, trial.samples.answers(call, resultVariable().orElse(null), action.getReturnType()));
    }

    /** Under what name the step that just runs keeps what it is answered. */
    private static Optional<String> resultVariable() {
        var running = Context.getBpmnExecutionContext();
        return running == null || running.getExecution().getActivity() == null
                ? Optional.empty()
                : Optional.ofNullable(
                        (String) running.getExecution().getActivity().getProperty(TrialParseListener.RESULT_VARIABLE));
    }
}
