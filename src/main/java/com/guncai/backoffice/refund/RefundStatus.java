package com.guncai.backoffice.refund;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.List;

/** The states of a refund, by the names that the API shows. */
enum RefundStatus {
    /** Asked for; nobody decided yet. */
    REQUESTED("待审核"),
    REJECTED("未同意"),
    /** The customer took the wish back before anybody decided. */
    WITHDRAWN("已撤回"),
    /** Decided; WeChat Pay is asked, or the money is on its way. */
    APPROVED("退款中"),
    /** WeChat Pay cannot; finance transfers it. */
    BY_HAND("人工退款"),
    /** The money arrived, or finance transferred it. */
    REFUNDED("已退款");

    private final String label;

    RefundStatus(String label) {
        this.label = label;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }

    /** @throws ProblemException {@code REFUND_STATE} */
    void requireOneOf(RefundStatus... allowed) {
        if (!List.of(allowed).contains(this)) {
            throw ProblemException.conflict(ProblemCode.REFUND_STATE, "该退单已处理过，请刷新查看");
        }
    }

    /** Nobody ever wanted the money to leave: whatever reports that it did is wrong. */
    boolean isNotApproved() {
        return this == REQUESTED || this == REJECTED || this == WITHDRAWN;
    }

    /** Whether somebody, or WeChat Pay, has to do something yet. */
    boolean isOpen() {
        return this == REQUESTED || this == APPROVED || this == BY_HAND;
    }
}
