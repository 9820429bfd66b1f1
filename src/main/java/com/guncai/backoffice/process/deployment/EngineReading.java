package com.guncai.backoffice.process.deployment;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Has the engine read a diagram as it does when it is deployed, and says in Chinese what it says in English. */
final class EngineReading {
    private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

    static {
        say("multiple (none )?start events", "只能有一个普通的开始事件，删掉多出来的");
        say("must define at least one startEvent|must have at least one", "没有开始事件，画一个");
        say("has no condition.*|.*without condition|.*conditionExpression", "有连线没有条件，写上条件或设为默认流");
        say("(Invalid )?(source|target|destination).*|.*sequence flow.*not found.*", "连线有一头没接上，重新连接");
        say(".*is mandatory on.*|.*mandatory.*", "少填了必填的内容");
        say("(timer|Timer).*(needs|at least|only).*", "定时事件要写一种时间");
        say(".*not executable.*", "要勾选 Executable");
        say(".*attachedToRef.*|.*boundary.*", "边界事件没有附着在任务上，重新拖到任务的边上");
        say(".*duplicate.*|.*unique.*|.*already.*", "有两个元素的 ID 相同，改掉其中一个");
        say("cvc-.*|.*Invalid content.*", "不合 BPMN 的格式，用 Camunda Modeler 重新画这一处");
    }

    private EngineReading() {}

    private static void say(String english, String chinese) {
        WORDS.put(Pattern.compile("(?is).*(" + english + ").*"), chinese);
    }

    static void check(Diagram diagram, byte[] xml, Findings findings) {
        var engine = Context.getProcessEngineConfiguration();
        var deployment = new DeploymentEntity();
        deployment.setNew(true);
        var parser = engine.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow()
                .getBpmnParser();
        try {
            parser.createParse()
                    .deployment(deployment)
                    .name(diagram.file())
                    .sourceInputStream(new ByteArrayInputStream(xml))
                    .execute();
        } catch (ParseException unreadable) {
            unreadable.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .forEach(problem -> say(problem, diagram, findings));
        } catch (ProcessEngineException unreadable) {
            if (findings.hasNoErrors()) {
                findings.error(
                        "文件 %s 流程引擎读不了：%s".formatted(diagram.file(), chinese(String.valueOf(unreadable.getMessage()))));
            }
        }
    }

    private static void say(Problem problem, Diagram diagram, Findings findings) {
        var id = problem.getMainElementId();
        var element = id == null ? null : diagram.model().getModelElementById(id);
        if (element == null) {
            if (findings.hasNoErrors()) {
                findings.error(
                        "文件 %s 第 %d 行：%s".formatted(diagram.file(), problem.getLine(), chinese(problem.getMessage())));
            }
        } else if (!findings.hasErrors(element)) {
            findings.error(element, "：" + chinese(problem.getMessage()));
        }
    }

    private static String chinese(String english) {
        return WORDS.entrySet().stream()
                        .filter(known -> known.getKey().matcher(english).matches())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("流程引擎读不懂这里，改好或重新画")
                + "（%s）".formatted(english.strip());
    }
}
