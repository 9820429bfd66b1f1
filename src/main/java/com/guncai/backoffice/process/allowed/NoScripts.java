package com.guncai.backoffice.process.allowed;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptingEngines;
import org.jspecify.annotations.Nullable;

/** No script runs, in no language, wherever in a diagram, table or form it stands. */
public class NoScripts extends ScriptingEngines {
    public NoScripts() {
        super(new DefaultScriptEngineResolver(new ScriptEngineManager(ClassLoader.getPlatformClassLoader())));
    }

    @Override
    public ScriptEngine getScriptEngineForLanguage(@Nullable String language) {
        throw new ProcessEngineException("不能运行脚本（%s）：改用允许的功能".formatted(language));
    }
}
