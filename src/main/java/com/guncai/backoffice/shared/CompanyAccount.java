package com.guncai.backoffice.shared;

/** An account of the company from which staff pay, and whose numbers they record. */
public enum CompanyAccount {
    ALIPAY("支付宝"),
    BANK("银行"),
    MEITUAN("美团"),
    TAOPIAOPIAO("淘票票");

    private final String label;

    CompanyAccount(String label) {
        this.label = label;
    }

    /** The Chinese name, fit to show. */
    public String label() {
        return label;
    }
}
