package com.guncai.backoffice.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the ledger is kept.
 *
 * @param wechatFeeRate what WeChat takes of a payment: 0.006 is 0.6 %
 * @param lookEvery how often each node looks whether a day is to be closed
 * @param closeAfter how long after midnight a day is closed: what was posted before midnight has committed by then
 */
@Validated
@ConfigurationProperties("backoffice.ledger")
record LedgerProperties(
        @DefaultValue("0.006") BigDecimal wechatFeeRate,
        @DefaultValue("PT10M") Duration lookEvery,
        @DefaultValue("PT30M") Duration closeAfter) {

    /** What WeChat takes of an amount, rounded half up to a fen as its bills do. */
    long feeFen(long fen) {
        return wechatFeeRate
                .multiply(BigDecimal.valueOf(fen))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
