package com.guncai.backoffice.refund;

import com.guncai.backoffice.process.ManagedTable;
import com.guncai.backoffice.process.TableColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link RefundProcess} reads from its table: who decides, by the yuan that can go back. */
@Component
class RefundApprovalTable implements ManagedTable {
    @Override
    public String title() {
        return "退单审核权限";
    }

    @Override
    public List<TableColumn> inputs() {
        return List.of(TableColumn.number("refundableFen / 100").orEmpty());
    }

    @Override
    public List<TableColumn> outputs() {
        return List.of(TableColumn.code("approverGroup", List.of("customer-service", "managers")));
    }
}
