package com.guncai.backoffice.coupon;

import java.util.Collection;
import java.util.Map;

/** What people call the batches that issue coupons; the module of the batches is a bean of it. */
public interface BatchNumbers {
    /** SQL query of the case numbers of batches that people gave the number {@code :upper}, in capitals. */
    String cases();

    /** The numbers that people gave, by case number; a batch that has none is left out. */
    Map<String, String> of(Collection<String> caseNos);
}
