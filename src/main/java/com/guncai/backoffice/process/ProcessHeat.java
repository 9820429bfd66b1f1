package com.guncai.backoffice.process;

import com.guncai.backoffice.process.DiagramSvg.Mark;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Where the cases of a process wait, and how long cases stayed at each step lately. */
@Component
public class ProcessHeat {
    /** How many steps that ended last are looked at: a few weeks of a busy process, and never more. */
    static final int LOOKED_AT = 2_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final RepositoryService repository;

    ProcessHeat(NamedParameterJdbcTemplate jdbc, @Lazy RepositoryService repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /** The processes that are deployed, by name, with how many steps wait in each. */
    public List<Heated> processes() {
        var waiting = new TreeMap<String, Long>();
        jdbc.query(
                """
                select d.KEY_, count(*) from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
                where e.IS_ACTIVE_ = true and e.ACT_ID_ is not null group by d.KEY_""",
                row -> {
                    waiting.put(row.getString(1), row.getLong(2));
                });
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .stream()
                .map(each -> new Heated(each.getKey(), name(each), waiting.getOrDefault(each.getKey(), 0L)))
                .toList();
    }

    /** One of them; {@code null} when nobody deployed it. */
    public @Nullable Heated process(String key) {
        return processes().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Each step at which cases of any version wait, or ended lately; by how many wait. */
    public List<Step> steps(String key, Instant now) {
        var stays = new LinkedHashMap<String, List<Long>>();
        jdbc.query(
                """
                select ACT_ID_, DURATION_ from ACT_HI_ACTINST
                where PROC_DEF_KEY_ = :key and END_TIME_ is not null and ACT_TYPE_ in ('userTask', 'receiveTask', 'callActivity')
                    and ACT_INST_STATE_ <> 2
                order by END_TIME_ desc limit :most""",
                Map.of("key", key, "most", LOOKED_AT),
                row -> {
                    stays.computeIfAbsent(row.getString(1), step -> new ArrayList<>())
                            .add(row.getLong(2));
                });
        var waits = new LinkedHashMap<String, Wait>();
        jdbc.query(
                """
                select e.ACT_ID_, count(*), min(a.START_TIME_)
                from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
                    left join ACT_HI_ACTINST a on a.ID_ = e.ACT_INST_ID_ and a.ACT_ID_ = e.ACT_ID_
                where d.KEY_ = :key and e.IS_ACTIVE_ = true and e.ACT_ID_ is not null
                group by e.ACT_ID_ order by count(*) desc, e.ACT_ID_""",
                Map.of("key", key),
                row -> {
                    waits.put(row.getString(1), new Wait(row.getLong(2), row.getTimestamp(3)));
                });
        var names = names(key);
        var all = new ArrayList<>(waits.keySet());
        stays.keySet().stream().filter(step -> !waits.containsKey(step)).forEach(all::add);
        return all.stream()
                .map(id -> step(id, names.getOrDefault(id, id), waits.get(id), stays.getOrDefault(id, List.of()), now))
                .toList();
    }

    /** The version in force as SVG, with how many wait where; {@code null} when nobody deployed it. */
    public @Nullable String svg(String key, Collection<Step> steps) {
        var newest = newest(key);
        if (newest == null) {
            return null;
        }
        var byId = new LinkedHashMap<String, Step>();
        steps.forEach(step -> byId.put(step.id(), step));
        return DiagramSvg.of(repository.getBpmnModelInstance(newest.getId()), id -> mark(byId.get(id)), id -> {
            var step = byId.get(id);
            return step == null || step.waiting() == 0 ? "" : Long.toString(step.waiting());
        });
    }

    private static Mark mark(@Nullable Step step) {
        return step == null || step.waiting() == 0
                ? Mark.NONE
                : switch (step.heat()) {
                    case USUAL -> Mark.HERE;
                    case SLOW -> Mark.WARM;
                    case STUCK -> Mark.HOT;
                };
    }

    private static Step step(String id, String name, @Nullable Wait wait, List<Long> stays, Instant now) {
        var sorted = stays.stream().sorted().toList();
        var since = wait == null || wait.since() == null ? null : wait.since().toInstant();
        return new Step(
                id,
                name,
                wait == null ? 0 : wait.count(),
                since == null ? null : Duration.between(since, now),
                part(sorted, 0.5),
                part(sorted, 0.9));
    }

    /** The least stay that is not exceeded by that part of them. */
    private static @Nullable Duration part(List<Long> sorted, double part) {
        return sorted.isEmpty() ? null : Duration.ofMillis(sorted.get((int) Math.ceil(part * sorted.size()) - 1));
    }

    private Map<String, String> names(String key) {
        var names = new LinkedHashMap<String, String>();
        var newest = newest(key);
        if (newest != null) {
            repository.getBpmnModelInstance(newest.getId()).getModelElementsByType(FlowElement.class).stream()
                    .filter(element ->
                            element.getName() != null && !element.getName().isBlank())
                    .forEach(element -> names.put(element.getId(), element.getName()));
        }
        return names;
    }

    private @Nullable ProcessDefinition newest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private static String name(ProcessDefinition process) {
        return process.getName() == null ? process.getKey() : process.getName();
    }

    private record Wait(long count, @Nullable Timestamp since) {}

    public record Heated(String key, String name, long waiting) {}

    /** How long the case that waits longest is there already, against those that left. */
    public enum Heat {
        USUAL,
        /** Longer than half of those that left stayed. */
        SLOW,
        /** Longer than nine of ten did. */
        STUCK
    }

    /**
     * @param longest how long the first of those that wait is there; {@code null} when nobody waits, or nobody knows
     * @param median how long half of those that left stayed at most, {@code ninetieth} nine of ten; {@code null} without any
     */
    public record Step(
            String id,
            String name,
            long waiting,
            @Nullable Duration longest,
            @Nullable Duration median,
            @Nullable Duration ninetieth) {
        public Heat heat() {
            if (longest == null || median == null || ninetieth == null || longest.compareTo(median) <= 0) {
                return Heat.USUAL;
            }
            return longest.compareTo(ninetieth) > 0 ? Heat.STUCK : Heat.SLOW;
        }
    }
}
