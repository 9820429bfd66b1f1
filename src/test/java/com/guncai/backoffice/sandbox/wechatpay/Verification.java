package com.guncai.backoffice.sandbox.wechatpay;

/** How the merchant verifies WeChat Pay: with its public key (merchants since 2024) or its certificate. */
public enum Verification {
    PUBLIC_KEY,
    CERTIFICATE
}
