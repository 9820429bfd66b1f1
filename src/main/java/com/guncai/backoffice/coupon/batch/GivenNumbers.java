package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.BatchNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The numbers by which PICC and staff speak of batches. */
@Component
class GivenNumbers implements BatchNumbers {
    private final BatchRepository batches;

    GivenNumbers(BatchRepository batches) {
        this.batches = batches;
    }

    /** How a batch number is compared: {@code picc-1} and {@code PICC-1} are one. */
    static String claimed(String batchNo) {
        return batchNo.toUpperCase(Locale.ROOT);
    }

    @Override
    public String cases() {
        return "select case_no from coupon_batch where claimed_no = :upper";
    }

    @Override
    public Map<String, String> of(Collection<String> caseNos) {
        var numbers = new HashMap<String, String>();
        batches.findByCaseNoIn(caseNos).forEach(batch -> {
            if (batch.batchNo() != null) {
                numbers.put(batch.caseNo(), batch.batchNo());
            }
        });
        return numbers;
    }
}
