package com.guncai.backoffice.inspection;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Map;
import java.util.Set;

/** Connects the service with inspection/InspectionProcess.bpmn; public for its expressions. */
public class InspectionProcess implements CaseProcess {
    private final Processes processes;
    private final Orders orders;
    private final InspectionService.Plates plates;

    InspectionProcess(Processes processes, Orders orders, InspectionService.Plates plates) {
        this.processes = processes;
        this.orders = orders;
        this.plates = plates;
    }

    @Override
    public boolean fulfils(ServiceCode service) {
        return service.equals(InspectionService.INSPECTION);
    }

    @Override
    public Set<String> formFields() {
        return Set.of("passed");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("inspection-desk");
    }

    @ModelAction
    public TaskFormData card(String orderNo) {
        return processes.card(this, orderNo);
    }

    @Override
    public Object cardContent(String orderNo) {
        return Map.of("plate", plates.getOrDefault(orderNo, ""));
    }

    /** Task_CompleteOrder. */
    @ModelAction
    public void complete(String orderNo) {
        orders.complete(orderNo, "年检已办好");
    }
}
