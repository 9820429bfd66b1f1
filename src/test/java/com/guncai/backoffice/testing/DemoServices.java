package com.guncai.backoffice.testing;

import com.guncai.backoffice.shared.ServiceCode;

/** Services for tests that start no application, which would know what is declared. */
public final class DemoServices {
    public static final ServiceCode FLOWER =
            new ServiceCode("FLOWER", "鲜花配送", "支付成功，等待商家接单", ServiceCode.Handover.SAME_CITY, false);
    public static final ServiceCode MOVIE = ServiceCode.virtual("MOVIE", "观影选座").withCouponsForSale();
    public static final ServiceCode FUEL = ServiceCode.virtual("FUEL", "加油优惠").withCouponsForSale();

    private DemoServices() {}
}
