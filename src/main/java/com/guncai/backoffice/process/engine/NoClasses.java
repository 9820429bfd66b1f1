package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.shared.NonRetryableException;
import org.camunda.bpm.engine.ArtifactFactory;

/** No class that a model names is made into an object. */
class NoClasses implements ArtifactFactory {
    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new NonRetryableException("不能调用 Java 类 %s：改用允许的功能，再部署".formatted(type.getName()));
    }
}
