package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.StaffPage;
import org.springframework.web.bind.annotation.GetMapping;

/** 券码与批次: how far the files are that staff handed in, and what became of them. */
@StaffPage
class BatchPage {
    @GetMapping("/staff/batches")
    String page() {
        return "staff/batches";
    }
}
