package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.process.OpenCases;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every after-sale that is not solved is with {@link AfterSalesProcess}. */
@Component
@Transactional(readOnly = true)
class OpenAfterSales implements OpenCases {
    private final AfterSaleRepository table;

    OpenAfterSales(AfterSaleRepository table) {
        this.table = table;
    }

    @Override
    public List<OpenCase> page(String after, int size) {
        return table.open(after, Limit.of(size));
    }

    @Override
    public boolean isOpen(String afterSaleNo) {
        return table.stateOf(afterSaleNo)
                .filter(state -> state != AfterSaleState.SOLVED)
                .isPresent();
    }
}
