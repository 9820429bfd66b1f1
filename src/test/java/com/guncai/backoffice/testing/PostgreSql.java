package com.guncai.backoffice.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One embedded server a JVM, one database a context. The server runs with fsync off. */
public class PostgreSql implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger databases = new AtomicInteger();
    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "postgresql",
                        Map.of(
                                "spring.datasource.url", newDatabase(),
                                "spring.datasource.username", "postgres",
                                "spring.datasource.password", "postgres",
                                // as production
                                "spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false")));
    }

    /** The JDBC URL of an empty database; two contexts given the same URL are two nodes. */
    public static synchronized String newDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            }
            var name = "backoffice" + databases.incrementAndGet();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
