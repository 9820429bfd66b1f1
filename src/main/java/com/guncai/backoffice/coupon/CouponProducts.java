package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coupons that are issued or sold. */
@Service
@Transactional(readOnly = true)
public class CouponProducts {
    private final CouponProductRepository products;

    CouponProducts(CouponProductRepository products) {
        this.products = products;
    }

    /** In the order in which they are offered. */
    public List<CouponProduct> all() {
        return products.findAllByOrderByPosition();
    }

    /** @throws ProblemException {@code PRODUCT_NOT_FOUND} */
    public CouponProduct get(String id) {
        return products.findById(id).orElseThrow(CouponProducts::unknown);
    }

    static ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.PRODUCT_NOT_FOUND, "没有这种券");
    }
}
