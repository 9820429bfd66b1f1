package com.guncai.backoffice.refund;

import com.guncai.backoffice.process.DecisionColumn;
import com.guncai.backoffice.process.ManagedDecision;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link RefundProcess} reads from its table: who decides, by the yuan that can go back. */
@Component
class RefundApprovalDecision implements ManagedDecision {
    @Override
    public String title() {
        return "退单审核权限";
    }

    @Override
    public List<DecisionColumn> inputs() {
        return List.of(DecisionColumn.number("refundableFen / 100").orEmpty());
    }

    @Override
    public List<DecisionColumn> outputs() {
        return List.of(DecisionColumn.code("approverGroup", List.of("customer-service", "managers")));
    }
}
