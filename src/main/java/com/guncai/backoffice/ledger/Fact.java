package com.guncai.backoffice.ledger;

/** What an entry is about. With its reference it names one entry. */
public enum Fact {
    /** By order number. */
    ORDER_PAID("客户付款"),
    /** By order number: what WeChat takes of a payment, as configured. */
    WECHAT_FEE("微信手续费"),
    /** By order number or coupon: a coupon that PICC issued was used. */
    COUPON_REDEEMED("用券"),
    /** By order number: the order was refunded whole and its coupon is the customer's again. */
    COUPON_RETURNED("退回用券"),
    /** By order number, or refund number when a refund ended the order: what is left of the prepayment is revenue. */
    REVENUE_EARNED("确认收入"),
    /** By refund number: WeChat Pay sent money back. */
    REFUNDED("微信退款"),
    /** By refund number: what WeChat gives back of its fee. */
    WECHAT_FEE_RETURNED("退回微信手续费"),
    /** By refund number: finance transferred it. */
    REFUNDED_BY_HAND("人工退款"),
    /** By order number. */
    CASHBACK_PAID("返现"),
    /** By order number and the seller's number: bought for an order. */
    PURCHASED("采购"),
    /** By purchase number and its part: codes were ordered and paid. */
    CODES_ORDERED("采购券码"),
    /** By import: codes came into the stock. */
    CODES_RECEIVED("券码入库"),
    /** By code: its owner saw it. */
    CODE_USED("券码使用"),
    /** By import and time: codes that became too old. */
    CODES_DISCARDED("弃票"),
    /** PICC paid. */
    SETTLEMENT_RECEIVED("人保回款"),
    /** What reconciliation found and finance resolved. */
    DIFFERENCE_RESOLVED("对账差异处理"),
    /** Between two accounts of the company. */
    MONEY_MOVED("账户间划转"),
    /** By the id of the entry that it takes back. */
    REVERSED("冲正");

    private final String label;

    Fact(String label) {
        this.label = label;
    }

    /** Its Chinese name, fit to show. */
    public String label() {
        return label;
    }
}
