package com.guncai.backoffice.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lists that managers keep as decision tables (DMN). The newest version counts from the moment it is deployed. It is
 * evaluated once per question and kept, because each evaluation is written to the history.
 */
@Component
public class DecisionTables {
    private static final Logger log = LoggerFactory.getLogger(DecisionTables.class);

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final ObjectProvider<ManagedDecision> managed;
    private final Map<Question, Answer> known = new ConcurrentHashMap<>();

    DecisionTables(
            @Lazy RepositoryService repository,
            @Lazy DecisionService decisions,
            ObjectProvider<ManagedDecision> managed) {
        this.repository = repository;
        this.decisions = decisions;
        this.managed = managed;
    }

    /**
     * A table as it is now: asks the engine for its newest version once, however many questions are put to it.
     *
     * @param key the table's id
     */
    public Table newest(String key) {
        return new Table(
                key,
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult());
    }

    /** One version of a table. */
    public final class Table {
        private final String key;
        private final @Nullable DecisionDefinition newest;

        private Table(String key, @Nullable DecisionDefinition newest) {
            this.key = key;
            this.newest = newest;
        }

        /**
         * The rows that fit, in the table's order, each by the names of its outputs; empty when nobody deployed the table.
         * When this version cannot be evaluated, or says what its {@link ManagedDecision} cannot use, what the version before
         * said; the rows that can be used, when nobody asked that one.
         */
        public List<Map<String, @Nullable Object>> rows(Map<String, String> inputs) {
            var version = newest;
            return version == null
                    ? List.of()
                    : known.compute(new Question(key, inputs), (question, before) -> newer(question, before, version))
                            .rows();
        }
    }

    private Answer newer(Question question, @Nullable Answer before, DecisionDefinition newest) {
        if (before != null && before.version().equals(newest.getId())) {
            return before;
        }
        try {
            var rows = decisions
                    .evaluateDecisionTableById(newest.getId(), new HashMap<>(question.inputs()))
                    .getResultList();
            var usable =
                    rows.stream().filter(row -> isUsable(question.table(), row)).toList();
            if (usable.size() == rows.size()) {
                return new Answer(newest.getId(), List.copyOf(rows));
            }
            log.error("Version {} of table {} has rows of no use: {}", newest.getVersion(), question, rows);
            return new Answer(newest.getId(), before == null ? usable : before.rows());
        } catch (RuntimeException broken) {
            log.error("Version {} of table {} is broken; the one before counts", newest.getVersion(), question, broken);
            return new Answer(newest.getId(), before == null ? List.of() : before.rows());
        }
    }

    private boolean isUsable(String key, Map<String, @Nullable Object> row) {
        return managed.stream().filter(table -> table.key().equals(key)).allMatch(table -> table.isUsable(row));
    }

    private record Question(String table, Map<String, String> inputs) {}

    private record Answer(String version, List<Map<String, @Nullable Object>> rows) {}
}
