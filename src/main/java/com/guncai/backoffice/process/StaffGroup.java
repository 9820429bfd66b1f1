package com.guncai.backoffice.process;

/** The desks of the back-office. Their ids stand in the diagrams as candidate groups. */
public enum StaffGroup {
    FLOWER_DESK("flower-desk", "鲜花台"),
    TOP_UP_DESK("top-up-desk", "充值台"),
    REVIEW_DESK("review-desk", "审核台"),
    FINANCE("finance", "财务"),
    COUPON_DESK("coupon-desk", "券码台"),
    CUSTOMER_SERVICE("customer-service", "客服"),
    MANAGERS("managers", "主管"),
    ADMINISTRATORS("camunda-admin", "系统管理员");

    private final String id;
    private final String label;

    StaffGroup(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public String id() {
        return id;
    }

    /** The Chinese name, fit to show. */
    public String label() {
        return label;
    }
}
