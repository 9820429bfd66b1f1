package com.guncai.backoffice.cashback;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;

/** A claim as customer service sees it who asks for another payee; what is not known is empty. */
record ClaimCall(
        String orderNo,
        String service,
        String face,
        String customerPhone,
        String payeePhone,
        String payee,
        String failureReason,
        String submittedAt) {
    /** Shown by Task_CallForPayee. */
    @JsonProperty
    TaskCard card() {
        return TaskCard.titled("请用户更正收款信息 · 返 " + face)
                .row("用户", CardText.strong(customerPhone))
                .row("联系电话", CardText.strong(payeePhone))
                .row("转不出去的原因", failureReason)
                .row("现在的收款人", payee)
                .row("业务", service)
                .row("订单", CardText.plain(orderNo), CardText.plain("提交于 " + submittedAt));
    }

    @Override
    public String toString() {
        return "ClaimCall[masked]";
    }
}
