package com.guncai.backoffice.refund;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.StaffPayments;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finance transfers what WeChat Pay could not give back. */
@Component
class HandPayments implements StaffPayments {
    private final RefundRepository refunds;

    HandPayments(RefundRepository refunds) {
        this.refunds = refunds;
    }

    @Override
    public String field() {
        return "bankFlowNo";
    }

    @Override
    public Map<String, Paid> of(Collection<String> caseNos) {
        return refunds.findByRefundNoIn(caseNos).stream()
                .filter(refund -> refund.bankFlowNo() != null)
                .collect(toMap(
                        refund -> refund.refundNo(),
                        refund -> new Paid(String.valueOf(refund.bankFlowNo()), "银行", refund.agreedFen())));
    }
}
