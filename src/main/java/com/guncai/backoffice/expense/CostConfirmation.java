package com.guncai.backoffice.expense;

import com.guncai.backoffice.process.DecisionTables;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks once about an amount that is far above what the customer pays: 8800 for 88.00 is a slip, a dear shop is none. */
@Component
public class CostConfirmation {
    private static final int USUAL_PERCENT = 120;

    private final DecisionTables tables;

    CostConfirmation(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * @param costFen what the company paid; {@code null} while nobody said
     * @param priceFen what it was paid for: the price of the order, or the face value of codes
     * @param confirmed what the form's field {@code costConfirmed} says
     * @throws ProblemException {@code COST_UNCONFIRMED} when the cost is above what the table says and nobody said yes
     */
    public void check(ServiceCode service, @Nullable Long costFen, long priceFen, @Nullable Object confirmed) {
        if (costFen == null || Boolean.TRUE.equals(confirmed)) {
            return;
        }
        var percent = askAbovePercent(service);
        if (costFen * 100 > priceFen * percent) {
            throw ProblemException.conflict(
                    ProblemCode.COST_UNCONFIRMED,
                    "公司实付 %s，超过 %s 的 %d%%。请核对金额；确实无误，勾选“金额已核对”再提交"
                            .formatted(Money.yuan(costFen), Money.yuan(priceFen), percent));
        }
    }

    private int askAbovePercent(ServiceCode service) {
        return tables.newest("CostConfirmation").rows(Map.of(CostConfirmationDecision.SERVICE, service.code())).stream()
                .map(row -> row.get(CostConfirmationDecision.ASK_ABOVE_PERCENT.name()))
                .filter(Number.class::isInstance)
                .map(percent -> ((Number) percent).intValue())
                .findFirst()
                .orElse(USUAL_PERCENT);
    }
}
