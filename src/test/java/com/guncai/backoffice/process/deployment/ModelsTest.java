package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every diagram in {@code processes} must hold to, whoever edited it; read from the files, without an engine. */
class ModelsTest {
    private static final Set<String> MESSAGES = Declared.records();
    private static final Set<String> GROUPS = Declared.groups();
    private static final Map<Class<? extends BaseElement>, String> ID_PREFIXES = Map.of(
            Activity.class, "Task",
            Gateway.class, "Gateway",
            StartEvent.class, "StartEvent",
            EndEvent.class, "EndEvent",
            BoundaryEvent.class, "BoundaryEvent",
            SequenceFlow.class, "SequenceFlow",
            Message.class, "Message");
    private static final Pattern FORBIDDEN =
            Pattern.compile("<(bpmn:)?script|camunda:(script|executionListener|taskListener|connector|field)\\b"
                    + "|camunda:(class|delegateExpression|topic|assignee)=");

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void isOneExecutableProcessNamedAsItsFile(Path file) {
        assertThat(Models.read(file).getModelElementsByType(Process.class))
                .singleElement()
                .satisfies(process -> {
                    assertThat(process.getId() + ".bpmn")
                            .isEqualTo(file.getFileName().toString());
                    assertThat(process.isExecutable()).isTrue();
                    assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
                });
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void drawsEverything(Path file) {
        Models.each(file, FlowNode.class, (node, wrong) -> {
            if (node.getDiagramElement() == null) {
                wrong.add(node.getId() + " has no shape");
            }
        });
        Models.each(file, SequenceFlow.class, (flow, wrong) -> {
            if (flow.getDiagramElement() == null) {
                wrong.add(flow.getId() + " has no edge");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void namesIdsByTheirKind(Path file) {
        ID_PREFIXES.forEach((type, prefix) -> Models.each(file, type, (element, wrong) -> {
            var subProcess = element.getElementType().getTypeName().equals("subProcess");
            if (!element.getId().matches((subProcess ? "SubProcess" : prefix) + "_[A-Z][A-Za-z]+")) {
                wrong.add(element.getId());
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void asksQuestionsWhereItForksAndNothingWhereItJoins(Path file) {
        Models.each(file, Gateway.class, (gateway, wrong) -> {
            var asks =
                    gateway instanceof ExclusiveGateway && gateway.getOutgoing().size() > 1;
            var name = gateway.getName();
            if (asks ? name == null || !name.endsWith("？") : name != null) {
                wrong.add(gateway.getId() + " is named " + name);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void hearsKnownMessagesOnly(Path file) {
        Models.each(file, Message.class, (message, wrong) -> {
            if (!MESSAGES.contains(message.getName()) || !message.getId().equals("Message_" + message.getName())) {
                wrong.add(message.getId() + " " + message.getName());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void givesTasksToGroupsWithAFormThatIsThere(Path file) {
        Models.each(file, UserTask.class, (task, wrong) -> {
            for (var group : task.getCamundaCandidateGroupsList()) {
                if (!GROUPS.contains(group) && !group.startsWith("${")) {
                    wrong.add(task.getId() + ": unknown group " + group);
                }
            }
            if (task.getCamundaCandidateGroupsList().isEmpty()) {
                wrong.add(task.getId() + ": nobody may take it");
            }
            var form = task.getCamundaFormRef();
            if (!isForm(form)) {
                wrong.add(task.getId() + ": no form " + form);
            }
            if (!"deployment".equals(task.getCamundaFormRefBinding())) {
                wrong.add(task.getId() + ": form of another deployment");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void callsProcessesAndTablesThatAreThere(Path file) {
        Models.each(file, CallActivity.class, (call, wrong) -> {
            if (!Files.exists(Path.of("processes", call.getCalledElement() + ".bpmn"))) {
                wrong.add(call.getId() + ": no " + call.getCalledElement());
            }
        });
        Models.each(file, BusinessRuleTask.class, (task, wrong) -> {
            if (!Files.exists(Path.of("processes", task.getCamundaDecisionRef() + ".dmn"))) {
                wrong.add(task.getId() + ": no " + task.getCamundaDecisionRef());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void holdsNoCode(Path file) throws IOException {
        assertThat(FORBIDDEN.matcher(Files.readString(file)).results().map(match -> match.group()))
                .isEmpty();
    }

    /** A form counts when its id is its file name: the id is what Tasklist asks for. */
    private static boolean isForm(@Nullable String id) {
        return Path.of("forms", id + ".form").toFile().exists()
                && Models.form(id).path("id").asText().equals(id);
    }
}
