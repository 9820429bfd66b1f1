package com.guncai.backoffice.process.deployment;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_ATTRIBUTE_RESULT_VARIABLE;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.guncai.backoffice.process.ManagedDecision;
import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.deployment.ParsedExpression.Call;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/**
 * Refuses a deployment that would lose orders: a task for a group that is nobody, an expression that leads nowhere, a task
 * whose form nobody has, a table that cannot be read as it is meant. The engine itself would take it and fail, or wait for
 * nobody, with the next customer's order. Forms that were not sent along are taken from the version before, or from this
 * release.
 */
public class DeploymentValidator implements Deployer {
    /** So many faults fit into the message that Camunda Modeler shows. */
    private static final int TOLD = 10;

    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task");

    private final ApplicationContext context;
    private final DecisionCellEvaluator cells = new DecisionCellEvaluator();

    public DeploymentValidator(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var faults = new ArrayList<String>();
        new HashMap<>(deployment.getResources()).forEach((name, file) -> {
            try {
                if (endsAs(name, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)) {
                    diagram(file.getBytes(), deployment, faults);
                } else if (endsAs(name, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
                    table(name, file.getBytes(), faults);
                }
            } catch (ModelException unreadable) {
                // the engine says so itself
            }
        });
        if (!faults.isEmpty()) {
            var more = faults.size() > TOLD ? "；还有 %d 处".formatted(faults.size() - TOLD) : "";
            throw new BadUserRequestException(
                    "不能部署：" + faults.stream().limit(TOLD).collect(Collectors.joining("；")) + more + "。");
        }
    }

    /** As the engine tells what a file is. */
    private static boolean endsAs(String name, String[] suffixes) {
        return Stream.of(suffixes).anyMatch(name::endsWith);
    }

    private void diagram(byte[] xml, DeploymentEntity deployment, List<String> faults) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
        for (var task : model.getModelElementsByType(UserTask.class)) {
            var form = task.getCamundaFormRef() + ".form";
            if ("deployment".equals(task.getCamundaFormRefBinding())
                    && !deployment.getResources().containsKey(form)
                    && !supplied(form, processOf(task).getId(), deployment)) {
                faults.add("任务“%s”的表单 %s 没有一起部署".formatted(task.getName(), form));
            }
            task.getCamundaCandidateGroupsList().stream()
                    .filter(group -> !group.contains("${") && !exists(group))
                    .forEach(group -> faults.add("任务“%s”的候选组 %s 不存在".formatted(task.getName(), group)));
        }
        for (var start : model.getModelElementsByType(StartEvent.class)) {
            var page = ModelDeployment.startForm(start);
            if (page != null
                    && !deployment.getResources().containsKey(page)
                    && !supplied(page, processOf(start).getId(), deployment)) {
                faults.add("开始事件“%s”的表单 %s 没有一起部署".formatted(start.getName(), page));
            }
        }
        expressions(model, faults);
    }

    private static Process processOf(ModelElementInstance element) {
        return element instanceof Process process ? process : processOf(element.getParentElement());
    }

    private static boolean supplied(String form, String process, DeploymentEntity deployment) {
        var engine = Context.getCommandContext();
        var before = engine.getProcessDefinitionManager().findLatestProcessDefinitionByKey(process);
        var known = before == null
                ? null
                : engine.getResourceManager().findResourceByDeploymentIdAndResourceName(before.getDeploymentId(), form);
        var bytes = known == null ? ofThisRelease(form) : known.getBytes();
        if (bytes == null) {
            return false;
        }
        var file = new ResourceEntity();
        file.setName(form);
        file.setBytes(bytes);
        file.setDeploymentId(deployment.getId());
        engine.getResourceManager().insertResource(file);
        deployment.addResource(file);
        return true;
    }

    private static byte @Nullable [] ofThisRelease(String form) {
        var file = new ClassPathResource("forms/" + form);
        try {
            return file.exists() ? file.getContentAsByteArray() : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void expressions(BpmnModelInstance model, List<String> faults) {
        var variables = variables(model);
        for (var expression : ModelExpression.of(model)) {
            var written = "“%s”的表达式 %s ".formatted(expression.owner(), expression.text());
            try {
                var calls = ParsedExpression.of(expression.text()).calls();
                if (!calls.stream().allMatch(call -> leadsSomewhere(call, variables))) {
                    faults.add(written + "找不到对应的功能");
                }
            } catch (TreeBuilderException unreadable) {
                faults.add(written + "写得不对");
            }
        }
    }

    /** What the diagram itself sets: any of them may hold something that has methods. */
    private static Set<String> variables(BpmnModelInstance model) {
        return Stream.of(
                        model.getModelElementsByType(CamundaInputParameter.class).stream()
                                .map(CamundaInputParameter::getCamundaName),
                        model.getModelElementsByType(CamundaOutputParameter.class).stream()
                                .map(CamundaOutputParameter::getCamundaName),
                        model.getModelElementsByType(CamundaIn.class).stream().map(CamundaIn::getCamundaTarget),
                        model.getModelElementsByType(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget),
                        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable),
                        model.getModelElementsByType(FlowNode.class).stream()
                                .map(node -> node.getAttributeValueNs(CAMUNDA_NS, CAMUNDA_ATTRIBUTE_RESULT_VARIABLE)))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private boolean leadsSomewhere(Call call, Set<String> variables) {
        var bean = call.bean();
        return bean == null
                || OF_THE_ENGINE.contains(bean)
                || variables.contains(bean)
                || (isModelBean(bean) && has(bean, call.method(), call.arguments()));
    }

    private boolean isModelBean(String name) {
        return Stream.of(context.getBeanNamesForType(ModelBean.class, false, false))
                .anyMatch(name::equals);
    }

    private boolean has(String bean, @Nullable String method, int arguments) {
        return Stream.of(ClassUtils.getUserClass(context.getBean(bean)).getMethods())
                .anyMatch(each -> each.getName().equals(method) && each.getParameterCount() == arguments);
    }

    private void table(String file, byte[] xml, List<String> faults) {
        var tables = context.getBeansOfType(ManagedDecision.class).values();
        faults.addAll(new DecisionTableValidator(tables, this::exists, cells)
                .faults(file, Dmn.readModelFromStream(new ByteArrayInputStream(xml))));
    }

    private boolean exists(String group) {
        return context.getBeansOfType(StaffGroup.class).values().stream()
                        .anyMatch(ours -> ours.id().equals(group))
                || Context.getCommandContext().getReadOnlyIdentityProvider().findGroupById(group) != null;
    }
}
