package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseUnfinishedException;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets no process end while its case does not, however its diagram leads there: by a flow that was deleted, by one that was
 * drawn past the step that completes the order, by an empty process. The transaction that would end it rolls back, so the
 * case stays where it waited last and can be moved to a mended version; whoever moved it says so: a job becomes an incident,
 * a clerk's task another ({@link TaskFaultInterceptor}). Deleting a case on purpose is not an end.
 */
class CaseEndGuard extends AbstractBpmnParseListener implements ExecutionListener {
    private final CaseProcesses processes;

    CaseEndGuard(CaseProcesses processes) {
        this.processes = processes;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(EVENTNAME_END, this);
    }

    @Override
    public void notify(DelegateExecution execution) {
        var instance = (ExecutionEntity) execution;
        var process = processes.byKey(instance.getProcessDefinition().getKey());
        if (process == null || instance.isCanceled() || instance.getDeleteReason() != null) {
            return;
        }
        var caseNo = instance.getProcessBusinessKey();
        var veto = caseNo == null ? null : process.endVeto(caseNo);
        if (veto != null) {
            var name =
                    Objects.requireNonNullElse(instance.getProcessDefinition().getName(), process.key());
            throw new CaseUnfinishedException("流程“" + name + "”：" + veto);
        }
    }
}
