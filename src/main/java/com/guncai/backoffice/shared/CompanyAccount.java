package com.guncai.backoffice.shared;

/** An account of the company from which staff pay, and whose numbers they record. */
public enum CompanyAccount {
    ALIPAY,
    BANK,
    MEITUAN,
    TAOPIAOPIAO
}
