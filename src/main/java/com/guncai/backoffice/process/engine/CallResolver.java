package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.allowed.ModelActions;
import com.guncai.backoffice.process.allowed.ReadOnlyResolver;
import com.guncai.backoffice.process.allowed.ValueMethods;
import java.lang.reflect.InvocationTargetException;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.function.SingletonSupplier;

/** Calls actions, each from the diagrams that it is meant for, and the {@link ValueMethods}; nothing else can be called. */
class CallResolver extends ReadOnlyResolver {
    private final SingletonSupplier<ModelActions> known;

    CallResolver(ApplicationContext context) {
        this.known = SingletonSupplier.of(() -> context.getBean(ModelActions.class));
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
        if (base instanceof NameResolver.Bean bean) {
            return act(el, bean.name(), name, arguments);
        }
        var listed = base == null ? null : ValueMethods.find(base, name, arguments.length);
        if (base == null || listed == null) {
            throw new ELException("流程图里不能调用 %s(…)".formatted(name));
        }
        return ValueMethods.invoke(listed, base, converted(el, listed, arguments));
    }

    private @Nullable Object act(ELContext el, String bean, String name, @Nullable Object[] arguments) {
        var actions = known.obtain();
        var action = actions.find(bean, name, arguments.length);
        var origin = el.getContext(WrittenIn.class) instanceof WrittenIn written ? written.process() : null;
        if (action == null || !actions.isAllowed(bean, action, origin)) {
            throw new ELException("流程 %s 不能使用 %s.%s(…)".formatted(origin, bean, name));
        }
        try {
            return action.invoke(actions.bean(bean), converted(el, action, arguments));
        } catch (IllegalAccessException impossible) {
            throw new ELException(impossible);
        } catch (InvocationTargetException failure) {
            throw new ELException(failure.getCause());
        }
    }
}
