package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Placement;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places orders of coupons. What is out of stock can be ordered all the same: it comes when codes were bought. */
@Service
@Transactional
class CouponSales {
    private final CouponOrderRepository couponOrders;
    private final CouponProducts products;
    private final Customers customers;
    private final Orders orders;

    CouponSales(CouponOrderRepository couponOrders, CouponProducts products, Customers customers, Orders orders) {
        this.couponOrders = couponOrders;
        this.products = products;
        this.customers = customers;
        this.orders = orders;
    }

    /**
     * @throws ProblemException {@code PRODUCT_NOT_FOUND}, {@code PRODUCT_NOT_FOR_SALE}, {@code PHONE_NOT_BOUND}
     */
    Order place(Placement placement, CouponOrderRequest request) {
        var product = products.get(request.productId());
        var price = product.salePriceFen();
        if (price == null) {
            throw ProblemException.conflict(ProblemCode.PRODUCT_NOT_FOR_SALE, "该券暂不出售");
        }
        if (customers.phoneDigest(placement.customer()) == null) {
            throw ProblemException.conflict(ProblemCode.PHONE_NOT_BOUND, "请先绑定手机号，方便到货时通知您");
        }
        return orders.place(
                placement,
                product.service(),
                price * request.quantity(),
                null,
                order -> couponOrders.save(new CouponOrder(order.orderNo(), product, request.quantity())));
    }

    CouponOrder get(String orderNo) {
        return couponOrders
                .findById(orderNo)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.ORDER_NOT_FOUND, "订单不存在"));
    }
}
