package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.allowed.ModelActions;
import com.guncai.backoffice.process.allowed.ModelExpressionFunctions;
import com.guncai.backoffice.process.allowed.ValueMethods;
import com.guncai.backoffice.process.deployment.ParsedExpression.Call;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each expression names what is there, and calls nothing but actions that are meant for its diagram. */
@Component
class ExpressionRule implements DiagramRule {
    private final ModelActions actions;
    private final KnownNames known;

    ExpressionRule(ModelActions actions, KnownNames known) {
        this.actions = actions;
        this.known = known;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        var model = diagram.model();
        var names = new HashMap<String, Set<String>>();
        for (var expression : ModelExpression.of(model)) {
            @Nullable ModelElementInstance owner = model.getModelElementById(expression.id());
            if (owner == null) {
                findings.error("表达式 %s 写在流程外面，请删掉".formatted(expression.text()));
                continue;
            }
            try {
                var parsed = ParsedExpression.of(expression.text());
                var process = Diagram.processOf(owner).getId();
                check(
                        parsed,
                        expression.text(),
                        owner,
                        process,
                        names.computeIfAbsent(process, id -> known.of(diagram, id)),
                        findings);
            } catch (TreeBuilderException unreadable) {
                findings.error(
                        owner,
                        "的表达式 %s 写得不对：第 %d 个字符附近，检查括号、引号和拼写".formatted(expression.text(), unreadable.getPosition()));
            }
        }
        model.getModelElementsByType(ServiceTask.class).forEach(task -> doesSomething(task, findings));
        model.getModelElementsByType(CamundaOut.class).forEach(mapping -> callsNothing(mapping, findings));
    }

    private void check(
            ParsedExpression parsed,
            String text,
            ModelElementInstance owner,
            String process,
            Set<String> names,
            Findings findings) {
        var written = "的表达式 %s ".formatted(text);
        for (var function : new TreeSet<>(parsed.functions())) {
            if (!ModelExpressionFunctions.NAMES.contains(function)) {
                findings.error(owner, written + "里的函数 %s() 不能用".formatted(function));
            }
        }
        for (var call : parsed.calls()) {
            var fault = fault(call, process);
            if (fault != null) {
                findings.error(owner, written + fault);
            }
        }
        for (var name : new TreeSet<>(parsed.names())) {
            if (actions.isBean(name)) {
                if (parsed.alone().contains(name)) {
                    findings.error(owner, written + "里的 %s 后面要写功能，例如 %s".formatted(name, example(name)));
                }
            } else if (!names.contains(name)) {
                unknown(name, owner, written, process, findings);
            }
        }
    }

    private void unknown(String name, ModelElementInstance owner, String written, String process, Findings findings) {
        if (Set.of("execution", "task", "authenticatedUserId").contains(name)) {
            findings.error(owner, written + "里不能用 " + name);
        } else if (known.caseProcess(process) == null) {
            findings.warning(owner, written + "里的 %s 本流程没有填写，要由调用它的流程传入".formatted(name));
        } else {
            findings.error(owner, written + "里的 %s 找不到对应的功能或内容：检查拼写；是表单要填的，就在表单里加上 Key 为 %s 的格".formatted(name, name));
        }
    }

    private @Nullable String fault(Call call, String process) {
        var bean = call.bean();
        var size = call.arguments().size();
        if (bean == null || !actions.isBean(bean)) {
            return ValueMethods.isListed(call.method(), size)
                    ? null
                    : "不能调用 %s(…)：值上面只能用 %s".formatted(call.method(), String.join("、", ValueMethods.names()));
        }
        var action = actions.find(bean, call.method(), size);
        if (action == null) {
            return "里的 %s.%s（%d 个参数）找不到对应的功能，%s 有 %s"
                    .formatted(bean, call.method(), size, bean, offered(bean, process));
        }
        if (!actions.isAllowed(bean, action, process)) {
            return "里的 %s.%s 不是给这个流程用的，请删掉这一步或改用别的功能".formatted(bean, call.method());
        }
        var fault = actions.bean(bean).fault(action.getName(), call.texts());
        return fault == null ? null : "里的" + fault;
    }

    private String offered(String bean, String process) {
        var offered = actions.of(bean).stream()
                .filter(action -> actions.isAllowed(bean, action, process))
                .map(action -> "%s（%d 个参数）".formatted(action.getName(), action.getParameterCount()))
                .sorted()
                .collect(Collectors.joining("、"));
        return offered.isEmpty() ? "这个流程能用的功能一个也没有" : offered;
    }

    private String example(String bean) {
        return actions.of(bean).stream()
                .map(Method::getName)
                .sorted()
                .findFirst()
                .map(name -> "${%s.%s(…)}".formatted(bean, name))
                .orElse(ModelAction.ANY_PROCESS);
    }

    private static void doesSomething(ServiceTask task, Findings findings) {
        var text = task.getCamundaExpression();
        if (text == null || parsed(text).noneMatch(parsed -> !parsed.calls().isEmpty())) {
            findings.error(task, "什么也不做：给它选一个模板，或写上要用的功能");
        }
    }

    /** It is evaluated in the process that was called, and its own rights end here. */
    private static void callsNothing(CamundaOut mapping, Findings findings) {
        var text = mapping.getCamundaSourceExpression();
        if (text != null && parsed(text).anyMatch(parsed -> !parsed.calls().isEmpty())) {
            findings.error(mapping, "的 Out mapping 里不能调用功能，只能写变量或固定的值");
        }
    }

    private static Stream<ParsedExpression> parsed(String text) {
        try {
            return Stream.of(ParsedExpression.of(text));
        } catch (TreeBuilderException unreadable) {
            return Stream.empty();
        }
    }
}
