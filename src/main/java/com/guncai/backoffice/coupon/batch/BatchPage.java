package com.guncai.backoffice.coupon.batch;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 券码与批次: how far the files are that staff handed in, and what became of them. */
@Controller
class BatchPage {
    @GetMapping("/staff/batches")
    String page() {
        return "forward:/staff/batches.html";
    }
}
