package com.guncai.backoffice.expense;

import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Locale;

/**
 * A number that a clerk copied from one of the company's accounts.
 *
 * @param number as {@link com.guncai.backoffice.shared.ReferenceNumber} leaves it; upper and lower case are the same
 * @param field its name on screen, for the refusal
 * @param used the code of the refusal
 */
public record ExpenseNumber(CompanyAccount account, String number, String field, ProblemCode used) {
    String key() {
        return number.toUpperCase(Locale.ROOT);
    }

    ProblemException usedBy(Work other) {
        return ProblemException.conflict(
                used, "该%s已登记在%s %s，请核对后填写本单的%s".formatted(field, other.kind(), other.caseNo(), shortField()));
    }

    /** {@code 充值流水号} is {@code 流水号}. */
    private String shortField() {
        return field.endsWith("流水号") ? "流水号" : field;
    }

    /**
     * What was paid for.
     *
     * @param kind as staff call it: {@code 订单}, {@code 退单}, {@code 采购单}
     * @param caseNo its number
     */
    public record Work(String kind, String caseNo) {
        public static Work order(String orderNo) {
            return new Work("订单", orderNo);
        }
    }
}
