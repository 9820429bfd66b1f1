/** WeChat Pay APIv3 as WxJava's pay SDK sees it: signatures, orders, refunds, bills, transfers and notices. */
@NullMarked
package com.guncai.backoffice.sandbox.wechatpay;

import org.jspecify.annotations.NullMarked;
