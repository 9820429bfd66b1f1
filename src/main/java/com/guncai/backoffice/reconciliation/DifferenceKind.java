package com.guncai.backoffice.reconciliation;

/** What is not the same, what it usually means, and what finance is proposed to do. */
enum DifferenceKind {
    PAYMENT_WITHOUT_ORDER("微信有收款，系统没有", "查商户订单号是谁的。按对方入账后记到待查款项；要退给用户就在微信商户平台退，下一天对账会把两笔抵掉。"),
    PAYMENT_WITHOUT_LINE("系统有收款，账单没有", "常是跨天，等一天看后一天的账单里有没有；有了这项任务会自己消失。两天后还没有，再按对方入账。"),
    REFUND_WITHOUT_RECORD("微信有退款，系统没有", "多半是在微信商户平台手工退的。核对后按对方入账，订单的流水里就有这笔退款。"),
    REFUND_WITHOUT_LINE("系统有退款，账单没有", "到微信商户平台查这笔退款。等一天看后一天的账单；有了这项任务会自己消失。"),
    AMOUNT("金额不同", "核对两边的凭证。对方的金额是实际收付的，就按对方入账；登记时写错了也是按对方入账。"),
    FEE("手续费不同", "看商户费率有没有变。账单上的手续费是实际扣的，按对方入账。"),
    DUPLICATE("重复的一笔", "同一个单号出现两次，或同一张订单付了两次。只是账单重复就以我方为准；真的多收了，按对方入账，再退给用户。"),
    LATE("迟到的一笔", "以前按“账单没有”冲掉的，现在账单里有了。按对方入账，把冲掉的补回来。"),
    MOVED("账户间划转", "微信提现、充值这类。核对银行到账后按对方入账，记到银行账户。"),
    LINE_WITHOUT_RECORD("对账单有，系统没有登记", "问经手人是哪一单的。该登记的去登记；和订单无关的按对方入账，记到待查款项。"),
    RECORD_WITHOUT_LINE("系统登记了，对账单没有", "多半是单号抄错，或从别的账户付的。查清后改正；确实没付就按对方入账。");

    private final String label;
    private final String proposal;

    DifferenceKind(String label, String proposal) {
        this.label = label;
        this.proposal = proposal;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }

    /** What finance should do, in sentences for them. */
    String proposal() {
        return proposal;
    }

    /** Whether a line that comes later explains it. */
    boolean isWithoutLine() {
        return this == PAYMENT_WITHOUT_LINE || this == REFUND_WITHOUT_LINE || this == RECORD_WITHOUT_LINE;
    }
}
