package com.guncai.backoffice.process.allowed;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** No class that a model names is made into an object. */
public class NoClasses implements ArtifactFactory {
    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("不能调用 Java 类 %s：改用允许的功能".formatted(type.getName()));
    }
}
