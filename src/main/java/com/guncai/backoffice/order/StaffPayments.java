package com.guncai.backoffice.order;

import java.util.Collection;
import java.util.Map;

/** What staff paid by hand at a task, from an account of the company: a bean tells it to who shows the work of staff. */
public interface StaffPayments {
    /** Form field in which the task asks for the number that the account gave: {@code transferNo}. */
    String field();

    /** What was paid, by case number; one query. */
    Map<String, Paid> of(Collection<String> caseNos);

    /**
     * @param number the account's, {@code account} its Chinese name
     * @param amountFen {@code 0} where nobody recorded it
     */
    record Paid(String number, String account, long amountFen) {}
}
