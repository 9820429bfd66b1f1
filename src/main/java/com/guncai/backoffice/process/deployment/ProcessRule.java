package com.guncai.backoffice.process.deployment;

import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What is deployed takes effect: a diagram is executable, and is of the process that people believe it to be of. */
@Component
class ProcessRule implements DiagramRule {
    private final KnownNames known;
    private final ReleasedNames release;

    ProcessRule(KnownNames known, ReleasedNames release) {
        this.known = known;
        this.release = release;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        var processes = diagram.model().getModelElementsByType(Process.class);
        if (processes.isEmpty()) {
            findings.error("文件 %s 里没有流程：画好流程再部署".formatted(diagram.file()));
        }
        var expected = String.valueOf(StringUtils.getFilename(diagram.file())).replaceFirst("\\.bpmn.*$", "");
        if (known.caseProcess(expected) != null
                && processes.stream().noneMatch(process -> expected.equals(process.getId()))) {
            findings.error(
                    "文件 %s 里没有 ID 是 %s 的流程，部署了也不会有订单走它：把流程的 ID 改回 %s".formatted(diagram.file(), expected, expected));
        }
        for (var process : processes) {
            if (!process.isExecutable()) {
                findings.error(process, "没有勾选 Executable（可执行），部署了也不会生效：勾选后再部署");
            }
            var meant = known.caseProcess(process.getId()) == null ? release.named(process.getName()) : null;
            if (meant != null && !meant.equals(expected)) {
                findings.error(process, "的 ID 改过，部署了也不会有订单走它：要改回 %s；真是另一个流程就换个名称".formatted(meant));
            }
            starts(process, findings);
        }
    }

    /** The code starts a case by the process id, or by a message. */
    private void starts(Process process, Findings findings) {
        var ours = release.diagram(process.getId());
        if (ours == null) {
            return;
        }
        for (var start : ours.getModelElementsByType(StartEvent.class)) {
            if (!(start.getParentElement() instanceof Process)) {
                continue;
            }
            var way = way(start);
            var kept = process.getChildElementsByType(StartEvent.class).stream().anyMatch(one -> way(one).equals(way));
            if (!kept && !way.startsWith("timer")) {
                findings.error(process, "少了开始事件 %s，系统没法发起新的单子：改回原来的开始事件".formatted(Findings.called(start)));
            }
        }
    }

    private static String way(StartEvent start) {
        return start.getEventDefinitions().stream()
                .findFirst()
                .map(ProcessRule::way)
                .orElse("plain");
    }

    private static String way(EventDefinition event) {
        return event instanceof MessageEventDefinition waits && waits.getMessage() != null
                ? "message " + waits.getMessage().getName()
                : event.getElementType().getTypeName().replace("EventDefinition", "");
    }
}
