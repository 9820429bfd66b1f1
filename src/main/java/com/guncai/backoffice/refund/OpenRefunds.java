package com.guncai.backoffice.refund;

import com.guncai.backoffice.process.OpenCases;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every refund that is not decided, or whose money is not back yet, is with {@link RefundProcess}. */
@Component
@Transactional(readOnly = true)
class OpenRefunds implements OpenCases {
    private final RefundRepository refunds;

    OpenRefunds(RefundRepository refunds) {
        this.refunds = refunds;
    }

    @Override
    public List<OpenCase> page(String after, int size) {
        return refunds.open(after, Limit.of(size));
    }

    @Override
    public boolean isOpen(String refundNo) {
        return refunds.statusOf(refundNo).filter(RefundStatus::isOpen).isPresent();
    }
}
