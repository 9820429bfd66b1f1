package com.guncai.backoffice.aftersale;

/** Who opened an after-sale. */
enum AfterSaleOrigin {
    CUSTOMER("用户"),
    STAFF("员工"),
    /** A complaint at WeChat Pay; the answer goes back there. */
    COMPLAINT("微信投诉");

    private final String label;

    AfterSaleOrigin(String label) {
        this.label = label;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }
}
