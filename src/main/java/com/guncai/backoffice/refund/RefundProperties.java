package com.guncai.backoffice.refund;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When refunds may be asked for, and how they are carried out.
 *
 * @param balancePatience how long a refund waits for the merchant's balance at WeChat Pay to suffice before finance
 *     transfers it by hand; counted from the decision. The retries of 微信退款 in the diagram have to last longer.
 * @param customerWindow how long after completion a customer may ask
 * @param staffWindow how long after the payment staff may; WeChat Pay takes refunds for a year
 * @param mostAnOrder how many refunds of one order WeChat Pay takes
 * @param apart how much time WeChat Pay wants between two refunds of one order
 */
@Validated
@ConfigurationProperties("backoffice.refund")
record RefundProperties(
        @DefaultValue("PT24H") Duration balancePatience,
        @DefaultValue("P7D") Duration customerWindow,
        @DefaultValue("P365D") Duration staffWindow,
        @DefaultValue("50") int mostAnOrder,
        @DefaultValue("PT1M") Duration apart) {}
