package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.testing.DemoServices;

/** Products of coupons without a database; the real ones are in its migrations. */
public final class AProduct extends CouponProduct {
    private final String id;
    private final ServiceCode service;
    private final Coupon.Kind kind;

    private AProduct(String id, ServiceCode service, Coupon.Kind kind) {
        this.id = id;
        this.service = service;
        this.kind = kind;
    }

    /** A movie code of 30 yuan, which brings its own validity. */
    public static CouponProduct movie() {
        return new AProduct("movie-30", DemoServices.MOVIE, Coupon.Kind.CODE);
    }

    /** 30 yuan off the price of flowers. */
    public static CouponProduct flower() {
        return new AProduct("flower-30", DemoServices.FLOWER, Coupon.Kind.DEDUCTION);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return service.label() + " 30 元";
    }

    @Override
    public ServiceCode service() {
        return service;
    }

    @Override
    public Coupon.Kind kind() {
        return kind;
    }

    @Override
    public long faceFen() {
        return 3_000;
    }
}
