package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
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
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every diagram in {@code processes} must hold to, whoever edited it; read from the files, without an engine. */
class ModelsTest {
    private static final Set<String> MESSAGES = Set.of(
            "PaymentReceived",
            "OrderCancelled",
            "DeliveryConfirmed",
            "PayeeCorrected",
            "RefundSettled",
            "RefundFailed",
            "OrderRefunded");
    private static final Set<String> GROUPS = Set.of(
            "flower-desk", "top-up-desk", "review-desk", "finance", "coupon-desk", "customer-service", "managers");
    /** Beans that call out: their tasks run as jobs of their own and are tried again. */
    private static final Set<String> REMOTE = Set.of("payment", "notification", "refund");
    /** Their methods that only look into our own tables. */
    private static final Set<String> LOCAL = Set.of("refund.open", "refund.decide");

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
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)");

    static Stream<Path> diagrams() throws IOException {
        return list("processes", ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void isOneExecutableProcessNamedAsItsFile(Path file) {
        assertThat(read(file).getModelElementsByType(Process.class))
                .singleElement()
                .satisfies(process -> {
                    assertThat(process.getId() + ".bpmn")
                            .isEqualTo(file.getFileName().toString());
                    assertThat(process.isExecutable()).isTrue();
                    assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void drawsEverything(Path file) {
        each(file, FlowNode.class, (node, wrong) -> {
            if (node.getDiagramElement() == null) {
                wrong.add(node.getId() + " has no shape");
            }
        });
        each(file, SequenceFlow.class, (flow, wrong) -> {
            if (flow.getDiagramElement() == null) {
                wrong.add(flow.getId() + " has no edge");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void namesIdsByTheirKind(Path file) {
        ID_PREFIXES.forEach((type, prefix) -> each(file, type, (element, wrong) -> {
            var subProcess = element.getElementType().getTypeName().equals("subProcess");
            if (!element.getId().matches((subProcess ? "SubProcess" : prefix) + "_[A-Z][A-Za-z]+")) {
                wrong.add(element.getId());
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void asksQuestionsWhereItForksAndNothingWhereItJoins(Path file) {
        each(file, Gateway.class, (gateway, wrong) -> {
            var asks =
                    gateway instanceof ExclusiveGateway && gateway.getOutgoing().size() > 1;
            var name = gateway.getName();
            if (asks ? name == null || !name.endsWith("？") : name != null) {
                wrong.add(gateway.getId() + " is named " + name);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void hearsKnownMessagesOnly(Path file) {
        each(file, Message.class, (message, wrong) -> {
            if (!MESSAGES.contains(message.getName()) || !message.getId().equals("Message_" + message.getName())) {
                wrong.add(message.getId() + " " + message.getName());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void givesTasksToGroupsWithAFormThatIsThere(Path file) {
        each(file, UserTask.class, (task, wrong) -> {
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
    @MethodSource("diagrams")
    void callsItsOwnClassAndWhatAllProcessesShare(Path file) throws IOException {
        var own = Introspector.decapitalize(file.getFileName().toString().replace(".bpmn", ""));
        assertThat(BEAN.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                .allMatch(bean -> REMOTE.contains(bean) || own.equals(bean));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void retriesWhatCallsOutAndNothingElse(Path file) {
        each(file, ServiceTask.class, (task, wrong) -> {
            var bean = BEAN.matcher(String.valueOf(task.getCamundaExpression()));
            if (!bean.lookingAt()) {
                wrong.add(task.getId() + " does " + task.getCamundaExpression());
                return;
            }
            var remote = REMOTE.contains(bean.group(1)) && !LOCAL.contains(bean.group(1) + "." + bean.group(2));
            if (remote != task.isCamundaAsyncBefore() || remote != retries(task)) {
                wrong.add(task.getId() + (remote ? ": no job or no retries" : ": a job without need"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void callsProcessesAndTablesThatAreThere(Path file) {
        each(file, CallActivity.class, (call, wrong) -> {
            if (!Files.exists(Path.of("processes", call.getCalledElement() + ".bpmn"))) {
                wrong.add(call.getId() + ": no " + call.getCalledElement());
            }
        });
        each(file, BusinessRuleTask.class, (task, wrong) -> {
            if (!Files.exists(Path.of("processes", task.getCamundaDecisionRef() + ".dmn"))) {
                wrong.add(task.getId() + ": no " + task.getCamundaDecisionRef());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void holdsNoCode(Path file) throws IOException {
        assertThat(FORBIDDEN.matcher(Files.readString(file)).results().map(match -> match.group()))
                .isEmpty();
    }

    private static boolean retries(ServiceTask task) {
        return task.getExtensionElements() != null
                && task.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                .count()
                        == 1;
    }

    /** A form counts when its id is its file name: the id is what Tasklist asks for. */
    private static boolean isForm(@Nullable String id) {
        var file = Path.of("forms", id + ".form").toFile();
        try {
            return file.exists()
                    && new ObjectMapper().readTree(file).path("id").asText().equals(id);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T extends BaseElement> void each(Path file, Class<T> type, BiConsumer<T, List<String>> check) {
        var wrong = new ArrayList<String>();
        read(file).getModelElementsByType(type).forEach(element -> check.accept(element, wrong));
        assertThat(wrong).as("in %s", file.getFileName()).isEmpty();
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static Stream<Path> list(String folder, String ending) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }
}
