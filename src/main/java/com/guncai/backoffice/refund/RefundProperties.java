package com.guncai.backoffice.refund;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How refunds are carried out.
 *
 * @param balancePatience how long a refund waits for the merchant's balance at WeChat Pay to suffice before finance
 *     transfers it by hand; counted from the decision. The retries of 微信退款 in the diagram have to last longer.
 */
@Validated
@ConfigurationProperties("backoffice.refund")
record RefundProperties(@DefaultValue("PT24H") Duration balancePatience) {}
