package com.guncai.backoffice.journey;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What PostgreSQL's planner would do with a statement, in a session of its own in which it uses any index that fits. */
@TestComponent
class QueryPlans {
    /** Only behind {@code is null} the planner cannot tell what a parameter is. */
    private static final Pattern PARAMETER = Pattern.compile("\\?( is null)?");

    private final JdbcTemplate session;

    QueryPlans(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        // The extended protocol would ask for values of the parameters.
        var simple = url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple";
        session = new JdbcTemplate(new SingleConnectionDataSource(simple, user, password, true));
    }

    /** The tables of which it would read every row. */
    Set<String> readAsAWhole(String sql) {
        try {
            return new ObjectMapper()
                    .readTree(plan(sql)).findParents("Relation Name").stream()
                            .filter(node -> !node.at("/Node Type").asText().equals("ModifyTable"))
                            .filter(node -> node.findValues("Index Cond").isEmpty())
                            .map(node -> node.get("Relation Name").asText())
                            .collect(toSet());
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    /** JSON. */
    String plan(String sql) {
        var number = new AtomicInteger();
        var numbered = PARAMETER
                .matcher(sql)
                .replaceAll(
                        found -> "\\$" + number.incrementAndGet() + (found.group(1) == null ? "" : "::text is null"));
        session.execute("set enable_seqscan = off");
        return Objects.requireNonNull(
                session.queryForObject("explain (generic_plan, format json) " + numbered, String.class));
    }
}
