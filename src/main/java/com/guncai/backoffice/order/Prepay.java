package com.guncai.backoffice.order;

/** What {@code wx.requestPayment} takes, signed; {@code packageValue} is its {@code package}. */
public record Prepay(String timeStamp, String nonceStr, String packageValue, String signType, String paySign) {
    @Override
    public String toString() {
        return "Prepay[masked]";
    }
}
