package com.guncai.backoffice.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Notes each statement that goes to the database; a batch is one statement, as it is one round trip. */
@TestComponent
public class Statements implements BeanPostProcessor {
    private final List<String> noted = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source)) {
            return bean;
        }
        return ProxyDataSourceBuilder.create(source)
                .afterQuery((execution, queries) -> noted.add(queries.get(0).getQuery()))
                .build();
    }

    /** What the step sent. */
    public List<String> of(Runnable step) {
        noted.clear();
        step.run();
        return List.copyOf(noted);
    }
}
