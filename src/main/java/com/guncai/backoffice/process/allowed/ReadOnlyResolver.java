package com.guncai.backoffice.process.allowed;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.jspecify.annotations.Nullable;

/** An expression reads; it sets nothing. */
public abstract class ReadOnlyResolver extends ELResolver {
    @Override
    public @Nullable Object getValue(ELContext el, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext el, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}

    @Override
    public boolean isReadOnly(ELContext el, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext el, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext el, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext el, @Nullable Object base) {
        return null;
    }

    /** Arguments as a method takes them: the language reads every number as a long one. */
    protected static @Nullable Object[] converted(ELContext el, Method method, @Nullable Object[] arguments) {
        var factory = (ExpressionFactory) el.getContext(ExpressionFactory.class);
        var types = method.getParameterTypes();
        var converted = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            // An empty field stays null, where the language would make an empty text of it.
            converted[i] = arguments[i] == null && !types[i].isPrimitive()
                    ? null
                    : factory.coerceToType(arguments[i], types[i]);
        }
        return converted;
    }
}
