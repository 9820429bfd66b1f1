package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.receipt.PictureAnswer;
import com.guncai.backoffice.receipt.Receipts;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.RetryOnConflict;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Staff who open an after-sale at an order, and who look at its pictures. */
@Hidden
@RestController
class StaffAfterSaleController {
    private final AfterSales afterSales;
    private final AfterSalePictures pictures;
    private final Receipts store;

    StaffAfterSaleController(AfterSales afterSales, AfterSalePictures pictures, Receipts store) {
        this.afterSales = afterSales;
        this.pictures = pictures;
        this.store = store;
    }

    @RetryOnConflict
    @PostMapping("/staff/api/orders/{orderNo}/after-sales")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@PathVariable String orderNo, @Valid @RequestBody AfterSaleRequest request, Principal staff) {
        return new Opened(afterSales.openByStaff(orderNo, request, staff.getName()));
    }

    @GetMapping("/staff/after-sales/{afterSaleNo}/{position}")
    ResponseEntity<byte[]> full(@PathVariable String afterSaleNo, @PathVariable int position) {
        return PictureAnswer.of(store.full(of(afterSaleNo, position)));
    }

    @GetMapping("/staff/after-sales/{afterSaleNo}/{position}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable String afterSaleNo, @PathVariable int position) {
        return PictureAnswer.of(store.thumbnail(of(afterSaleNo, position)));
    }

    private Receipts.Receipt of(String afterSaleNo, int position) {
        var all = pictures.of(afterSaleNo);
        if (position < 0 || position >= all.size()) {
            throw ProblemException.notFound(ProblemCode.RECEIPT_NOT_FOUND, "没有这张图片");
        }
        return new Receipts.Receipt(all.get(position));
    }

    record Opened(String afterSaleNo) {}
}
