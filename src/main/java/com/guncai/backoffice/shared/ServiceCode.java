package com.guncai.backoffice.shared;

/** The services customers order, with the name they carry on screen. */
public enum ServiceCode {
    FLOWER("鲜花配送"),
    TOP_UP("话费充值"),
    MOVIE("观影选座"),
    FUEL("加油优惠"),
    EV_CHARGE("新能源车充电"),
    CAR_WASH("车辆清洗"),
    MAINTENANCE("车辆保养"),
    PAINT("喷漆");

    private final String label;

    ServiceCode(String label) {
        this.label = label;
    }

    /** The Chinese name, fit to show. */
    public String label() {
        return label;
    }
}
