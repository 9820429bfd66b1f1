package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** What customer service agreed with the customer. */
enum AfterSaleOutcome {
    EXPLAINED("已说明"),
    /** The order is fulfilled once more, without a second payment. */
    REDO("重新办理"),
    REFUND("退款");

    private final String label;

    AfterSaleOutcome(String label) {
        this.label = label;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }

    /** @throws ProblemException {@code DECISION_REQUIRED} */
    static AfterSaleOutcome entered(@Nullable Object outcome) {
        for (var each : values()) {
            if (each.name().equals(outcome)) {
                return each;
            }
        }
        throw ProblemException.invalid(ProblemCode.DECISION_REQUIRED, "请选择处理结果：说明、重新办理或退款");
    }
}
