package com.guncai.backoffice.settlement;

/** What a figure of a statement is about. Amounts are counted so that the usual case is above zero. */
enum Section {
    /** Coupons of PICC that customers used, those given back taken off: what PICC owes. */
    DEDUCTION("抵扣券", "批次", true),
    CASHBACK_COUPON("返现券", "批次", true),
    /** Codes that the company bought for PICC and whose owners saw them, at their cost. */
    CODE("代买券码", "批次", true),
    PAYMENT("线上支付", "收款账户", false),
    REFUND("退款", "付款账户", false),
    CASHBACK("已付返现", "付款账户", false),
    CODES_BOUGHT("券码入库", "导入", false),
    DISCARDED("弃票", "导入", false),
    DIFFERENCE("对账差异", "账户", false),
    RECEIVED("人保回款", "账户", false);

    private final String label;
    private final String partLabel;
    private final boolean claim;

    Section(String label, String partLabel, boolean claim) {
        this.label = label;
        this.partLabel = partLabel;
        this.claim = claim;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }

    /** By what its figures are apart, besides the service. */
    String partLabel() {
        return partLabel;
    }

    /** Whether PICC owes it. */
    boolean isClaim() {
        return claim;
    }
}
