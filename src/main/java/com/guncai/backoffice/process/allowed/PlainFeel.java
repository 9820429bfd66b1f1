package com.guncai.backoffice.process.allowed;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Decision tables see plain values. FEEL would otherwise call any method of an object that a variable happens to hold. Its external
 * functions are off by default.
 */
public class PlainFeel implements FeelEngine {
    private final FeelEngine feel;

    private PlainFeel(FeelEngine feel) {
        this.feel = feel;
    }

    /** How an engine reads decision tables. */
    public static DefaultDmnEngineConfiguration decisions() {
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(() -> new PlainFeel(new ScalaFeelEngineFactory().createInstance()));
        return decisions;
    }

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return feel.evaluateSimpleExpression(expression, new Plain(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
        return feel.evaluateSimpleUnaryTests(expression, input, new Plain(variables));
    }

    private record Plain(VariableContext all) implements VariableContext {
        @Override
        public @Nullable TypedValue resolve(String name) {
            var value = all.resolve(name);
            return value == null || isPlain(value.getValue()) ? value : Variables.untypedNullValue();
        }

        @Override
        public boolean containsVariable(String name) {
            return all.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return all.keySet();
        }

        private static boolean isPlain(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return isPlain(map.keySet()) && isPlain(map.values());
            }
            if (value instanceof Collection<?> list) {
                return list.stream().allMatch(Plain::isPlain);
            }
            return value == null
                    || value instanceof String
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Date
                    || value instanceof Temporal
                    || value instanceof SpinJsonNode;
        }
    }
}
