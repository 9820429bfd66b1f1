package com.guncai.backoffice.process.allowed;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.ModelBean;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** What expressions may call: the methods marked as {@link ModelAction}, each in the diagrams that it is meant for. */
@Component
public class ModelActions {
    private final ApplicationContext context;
    private final Map<String, List<Method>> known = new ConcurrentHashMap<>();

    public ModelActions(ApplicationContext context) {
        this.context = context;
    }

    public boolean isBean(String name) {
        return context.containsBean(name) && context.isTypeMatch(name, ModelBean.class);
    }

    public ModelBean bean(String name) {
        return context.getBean(name, ModelBean.class);
    }

    /** The action of that name with so many arguments; {@code null} when there is none. */
    public @Nullable Method find(String bean, @Nullable String action, int arguments) {
        return of(bean).stream()
                .filter(method -> method.getName().equals(action) && method.getParameterCount() == arguments)
                .findFirst()
                .orElse(null);
    }

    public List<Method> of(String bean) {
        return isBean(bean) ? known.computeIfAbsent(bean, this::marked) : List.of();
    }

    /** @param process whose diagram calls it; {@code null} when that is not known */
    public boolean isAllowed(String bean, Method action, @Nullable String process) {
        var meantFor = action.getAnnotation(ModelAction.class).value();
        if (List.of(meantFor).contains(ModelAction.ANY_PROCESS)) {
            return process != null;
        }
        return Stream.concat(Stream.of(meantFor), own(bean)).anyMatch(id -> id.equals(process));
    }

    private Stream<String> own(String bean) {
        return bean(bean) instanceof CaseProcess process ? Stream.of(process.key()) : Stream.empty();
    }

    private List<Method> marked(String bean) {
        return Stream.of(ClassUtils.getUserClass(Objects.requireNonNull(context.getType(bean)))
                        .getMethods())
                .filter(method -> method.isAnnotationPresent(ModelAction.class) && !method.isBridge())
                .toList();
    }
}
