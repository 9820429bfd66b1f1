package com.guncai.backoffice.process.deployment;

import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine reads a time when its moment has come; by then an order would be stuck. */
@Component
class TimeRule implements DiagramRule {
    @Override
    public void check(Diagram diagram, Findings findings) {
        var model = diagram.model();
        for (var timer : model.getModelElementsByType(TimerEventDefinition.class)) {
            if (timer.getTimeDate() == null && timer.getTimeDuration() == null && timer.getTimeCycle() == null) {
                findings.error(timer, "没有写时间：例如选 Duration，写 PT45M（45 分钟）");
            }
        }
        model.getModelElementsByType(TimeDuration.class)
                .forEach(time -> time(time, "时间", time.getTextContent(), TimeText::ofPeriod, findings));
        model.getModelElementsByType(TimeDate.class)
                .forEach(time -> time(time, "时间", time.getTextContent(), TimeText::ofDate, findings));
        model.getModelElementsByType(TimeCycle.class)
                .forEach(time -> time(time, "周期", time.getTextContent(), TimeText::ofCycle, findings));
        model.getModelElementsByType(CamundaFailedJobRetryTimeCycle.class)
                .forEach(time -> time(time, "重试时间", time.getTextContent(), TimeText::ofRetries, findings));
        for (var task : model.getModelElementsByType(UserTask.class)) {
            time(task, "截止时间", task.getCamundaDueDate(), TimeText::ofDate, findings);
            time(task, "跟进时间", task.getCamundaFollowUpDate(), TimeText::ofDate, findings);
            var priority = task.getCamundaPriority();
            if (priority != null && !priority.matches("-?\\d+|[$#]\\{.*}")) {
                findings.error(task, "的优先级 %s 要写整数".formatted(priority));
            }
        }
    }

    private static void time(
            ModelElementInstance owner,
            String kind,
            @Nullable String text,
            Function<String, @Nullable String> fault,
            Findings findings) {
        if (text == null) {
            return;
        }
        var written = fixed(text.strip());
        var wrong = written == null ? null : fault.apply(written);
        if (wrong != null) {
            findings.error(owner, "的%s %s %s".formatted(kind, text.strip(), wrong));
        }
    }

    /** What it says whatever the case; {@code null} when that depends. */
    private static @Nullable String fixed(String text) {
        var constant = text.matches("[$#]\\{\\s*'[^']*'\\s*}") ? text.replaceAll("^..\\s*'|'\\s*}$", "") : text;
        return constant.contains("${") || constant.contains("#{") ? null : constant;
    }
}
