package com.guncai.backoffice.sandbox.wechat;

import java.time.Instant;

/**
 * What the merchant told WeChat of an order's shipping; until then WeChat keeps the money.
 *
 * @param logisticsType 1 express, 2 same-city, 3 virtual, 4 pick-up
 * @param deliveryMode 1 in one go, 2 in parts
 * @param uploads how often it was uploaded; a second time is the last
 */
public record ShippingInfo(
        String orderNo,
        String transactionId,
        String openid,
        int logisticsType,
        int deliveryMode,
        String itemDesc,
        Instant at,
        int uploads) {

    boolean saysTheSame(ShippingInfo other) {
        return logisticsType == other.logisticsType
                && deliveryMode == other.deliveryMode
                && itemDesc.equals(other.itemDesc);
    }

    ShippingInfo again(int count) {
        return new ShippingInfo(orderNo, transactionId, openid, logisticsType, deliveryMode, itemDesc, at, count);
    }
}
