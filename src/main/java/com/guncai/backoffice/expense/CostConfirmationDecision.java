package com.guncai.backoffice.expense;

import com.guncai.backoffice.process.DecisionColumn;
import com.guncai.backoffice.process.ManagedDecision;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link CostConfirmation} reads from {@code processes/CostConfirmation.dmn}. */
@Component
class CostConfirmationDecision implements ManagedDecision {
    static final String SERVICE = "service";
    static final DecisionColumn ASK_ABOVE_PERCENT = DecisionColumn.wholeNumber("askAbovePercent");

    @Override
    public String title() {
        return "采购金额核对";
    }

    @Override
    public List<DecisionColumn> inputs() {
        return List.of(DecisionColumn.text(SERVICE).orEmpty());
    }

    @Override
    public List<DecisionColumn> outputs() {
        return List.of(ASK_ABOVE_PERCENT);
    }
}
