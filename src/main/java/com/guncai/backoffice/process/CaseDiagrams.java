package com.guncai.backoffice.process;

import static java.util.stream.Collectors.toSet;

import com.guncai.backoffice.process.DiagramSvg.Mark;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The diagrams by which cases run or ran, as they were when the case began, with where it is now. */
@Component
public class CaseDiagrams {
    private final HistoryService history;
    private final RepositoryService repository;

    CaseDiagrams(@Lazy HistoryService history, @Lazy RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /** Of some cases, the latest first; one query. Empty once the engine's history has been cleared. */
    public List<CaseDiagram> of(Collection<String> caseNos) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyIn(caseNos.toArray(String[]::new))
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .map(instance -> new CaseDiagram(
                        instance.getId(),
                        Objects.requireNonNullElse(instance.getBusinessKey(), ""),
                        Objects.requireNonNullElse(
                                instance.getProcessDefinitionName(), instance.getProcessDefinitionKey()),
                        instance.getProcessDefinitionVersion(),
                        instance.getStartTime().toInstant(),
                        instance.getEndTime() == null
                                ? null
                                : instance.getEndTime().toInstant()))
                .toList();
    }

    /**
     * One of them as SVG: what it passed, and where it is.
     *
     * @return {@code null} unless it is one of the cases
     */
    public @Nullable String svg(Collection<String> caseNos, String instanceId) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
        if (instance == null || !caseNos.contains(instance.getBusinessKey())) {
            return null;
        }
        var activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .list();
        var here = activities.stream()
                .filter(activity -> activity.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId)
                .collect(toSet());
        var passed =
                activities.stream().map(HistoricActivityInstance::getActivityId).collect(toSet());
        return DiagramSvg.of(
                repository.getBpmnModelInstance(instance.getProcessDefinitionId()),
                id -> here.contains(id) ? Mark.HERE : passed.contains(id) ? Mark.PASSED : Mark.NONE);
    }

    /** @param endedAt {@code null} while it runs */
    public record CaseDiagram(
            String instanceId, String caseNo, String name, int version, Instant startedAt, @Nullable Instant endedAt) {}
}
