package com.guncai.backoffice.process.trial;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plays a diagram with sample cases, along every path that its conditions, forms, timers and messages open, before it is deployed. */
@Component
public class TrialRun {
    private static final int MOST_PATHS = 200;
    /** So many paths without anything new, and there is nothing new. */
    private static final int ENOUGH = 12;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final TrialEngine engine;

    TrialRun(TrialEngine engine) {
        this.engine = engine;
    }

    /**
     * @param process id of the process
     * @param files the diagram, its forms, and the decision tables that it asks, by name
     * @param formFields names that are {@code null} while no form answered them
     * @param start variables that a case begins with, each with the values to try
     */
    public synchronized Result of(
            String process,
            BpmnModelInstance diagram,
            Map<String, byte[]> files,
            Set<String> formFields,
            Map<String, List<@Nullable Object>> start) {
        var samples = new SampleValues(conditions(diagram));
        var handedBack = handedBack(diagram);
        var trial = new Trial(samples, formFields, handedBack);
        var result = new Result(new LinkedHashMap<>(), new ArrayList<>());
        trial.run(() -> {
            var playing = engine.get();
            var deployment = deploy(playing, files, handedBack.keySet());
            try {
                var path = new TrialPath(playing, trial, new TaskAnswers(files, samples), process, diagram, start);
                var isComplete = play(trial, path, result);
                if (isComplete && result.failures().isEmpty()) {
                    neverTaken(process, diagram, trial.flowsTaken).forEach(result.neverTaken()::add);
                }
            } finally {
                playing.getRepositoryService().deleteDeployment(deployment, true, true, true);
            }
        });
        return result;
    }

    /** @return whether nothing new was to be found any more */
    private static boolean play(Trial trial, TrialPath path, Result result) {
        var until = Instant.now().plus(LONGEST);
        var nothingNew = 0;
        for (int i = 0; i < MOST_PATHS && nothingNew < ENOUGH && Instant.now().isBefore(until); i++) {
            trial.nextPath();
            try {
                path.play();
            } catch (RuntimeException failure) {
                result.failures()
                        .putIfAbsent(
                                trial.lastStep() + " " + reason(failure),
                                new Failure(trial.lastStep(), trial.told(), reason(failure)));
            }
            nothingNew = trial.choices.isNew() ? 0 : nothingNew + 1;
        }
        return nothingNew >= ENOUGH;
    }

    private static String reason(RuntimeException failure) {
        return String.valueOf(Objects.requireNonNullElse(ExceptionUtils.getRootCause(failure), failure)
                .getMessage());
    }

    private static String deploy(ProcessEngine engine, Map<String, byte[]> files, Set<String> called) {
        var deployment = engine.getRepositoryService().createDeployment();
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        called.forEach(key -> deployment.addString("stand-in-" + key + ".bpmn", StandInProcess.of(key)));
        return deployment.deploy().getId();
    }

    /** What decides where a case goes, in the order of the file. */
    private static List<String> conditions(BpmnModelInstance diagram) {
        return Stream.of(
                        diagram.getModelElementsByType(ConditionExpression.class).stream()
                                .map(BaseElement::getTextContent),
                        // Values that depend on others: ${issued ? approved : null}
                        diagram.getModelElementsByType(CamundaOutputParameter.class).stream()
                                .map(CamundaOutputParameter::getTextContent)
                                .filter(text -> text.contains("?"))
                                .map(text -> text.substring(0, text.indexOf('?'))),
                        diagram.getModelElementsByType(CamundaInputParameter.class).stream()
                                .map(CamundaInputParameter::getTextContent)
                                .filter(text -> text.contains("?"))
                                .map(text -> text.substring(0, text.indexOf('?'))))
                .flatMap(texts -> texts)
                .map(text -> text.strip().replaceAll("^[$#]\\{|}$", ""))
                .toList();
    }

    private static Map<String, List<String>> handedBack(BpmnModelInstance diagram) {
        var handedBack = new HashMap<String, List<String>>();
        for (var call : diagram.getModelElementsByType(CallActivity.class)) {
            var names = call.getExtensionElements() == null
                    ? Stream.<String>empty()
                    : call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().stream()
                            .map(CamundaOut::getCamundaSource)
                            .filter(Objects::nonNull);
            handedBack
                    .computeIfAbsent(String.valueOf(call.getCalledElement()), key -> new ArrayList<>())
                    .addAll(names.toList());
        }
        return handedBack;
    }

    private static List<String> neverTaken(String process, BpmnModelInstance diagram, Set<String> taken) {
        Set<String> drawn = diagram.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> process.equals(processOf(flow)))
                .map(SequenceFlow::getId)
                .collect(Collectors.toCollection(HashSet::new));
        drawn.removeAll(taken);
        return drawn.stream().sorted().toList();
    }

    private static @Nullable String processOf(BaseElement element) {
        var around = element.getParentElement();
        while (around != null && !(around instanceof Process)) {
            around = around.getParentElement();
        }
        return around == null ? null : around.getAttributeValue("id");
    }

    /**
     * @param failures by what failed
     * @param neverTaken ids of flows that no path took, when everything was tried
     */
    public record Result(Map<String, Failure> failures, List<String> neverTaken) {}

    /**
     * @param element id of the step at which it failed
     * @param path the steps before it, and itself, by their names
     */
    public record Failure(@Nullable String element, String path, String reason) {}
}
