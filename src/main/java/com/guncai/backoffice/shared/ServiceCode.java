package com.guncai.backoffice.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A service that customers order, as its module declares it by a bean: everything that shared modules need to know of it.
 * Equal by its code.
 *
 * @param code in the API, the tables and the decision tables, at most 16 characters: {@code FLOWER}
 * @param label its Chinese name, fit to show
 * @param paidText what the customer reads in the timeline once the order is paid
 * @param handover how WeChat is told of its delivery
 * @param couponsForSale whether its coupons are sold: an order of it that waits for its payment is then one of coupons
 */
public record ServiceCode(String code, String label, String paidText, Handover handover, boolean couponsForSale) {

    /** How an order reaches its customer, in the numbers of WeChat's shipping information. */
    public enum Handover {
        /** 同城配送 */
        SAME_CITY(2),
        /** 虚拟商品 */
        VIRTUAL(3);

        private final int logisticsType;

        Handover(int logisticsType) {
            this.logisticsType = logisticsType;
        }

        public int logisticsType() {
            return logisticsType;
        }
    }

    /** Nothing is delivered, and no coupons of it are sold. */
    public static ServiceCode virtual(String code, String label) {
        return new ServiceCode(code, label, "支付成功，正在办理", Handover.VIRTUAL, false);
    }

    public ServiceCode withCouponsForSale() {
        return new ServiceCode(code, label, paidText, handover, true);
    }

    @Override
    @JsonValue
    public String code() {
        return code;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceCode service && service.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
