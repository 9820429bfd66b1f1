package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelBean;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Resolves the names of {@link ModelBean}s, and of form fields that were left empty, to {@code null}. */
class ModelBeanResolver extends ELResolver {
    private final ApplicationContext context;
    private final Set<String> visible;
    private volatile @Nullable Set<String> answers;

    ModelBeanResolver(ApplicationContext context) {
        this.context = context;
        this.visible = ConcurrentHashMap.newKeySet();
        visible.addAll(Set.of(context.getBeanNamesForType(ModelBean.class, false, false)));
    }

    @Override
    public @Nullable Object getValue(ELContext el, @Nullable Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        if (visible.contains(name)) {
            el.setPropertyResolved(true);
            return context.getBean(name);
        }
        if (answers().contains(name)) {
            el.setPropertyResolved(true);
        }
        return null;
    }

    private Set<String> answers() {
        var known = answers;
        if (known == null) {
            known = context.getBeansOfType(CaseProcess.class).values().stream()
                    .flatMap(process -> process.formFields().stream())
                    .collect(Collectors.toUnmodifiableSet());
            answers = known;
        }
        return known;
    }

    @Override
    public void setValue(ELContext el, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext el, Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext el, Object base, Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext el, Object base) {
        return null;
    }

    @Override
    public @Nullable Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext el, Object base) {
        return null;
    }
}
