package com.guncai.backoffice.cashback;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;

/**
 * A claim as finance sees it who transfers the money; what is not known is empty.
 *
 * @param amount {@code 50.00}, to copy
 * @param closed why the payee is masked; empty when it is not
 */
record ClaimTransfer(
        String orderNo,
        String service,
        String face,
        String amount,
        String way,
        String alipayAccount,
        String realName,
        String bankCardNo,
        String bankName,
        String phone,
        String reviewer,
        String failureReason,
        String closed,
        String picture) {
    /** Shown by Task_TransferCashback. */
    @JsonProperty
    TaskCard card() {
        return TaskCard.untitled()
                .figure("转账金额（元）", CardText.copy(amount))
                .figure("收款方式", CardText.strong(way))
                .stop(closed)
                .warn(failureReason.isEmpty() ? "" : "上次没转出去：" + failureReason + "。用户已更正收款信息")
                .row("支付宝账号", CardText.copy(alipayAccount))
                .row("户名", CardText.copy(realName))
                .row("银行卡号", CardText.copy(bankCardNo))
                .row("开户行", bankName.isEmpty() && !bankCardNo.isEmpty() ? "用户没有填" : bankName)
                .row("联系电话", phone)
                .row("业务", CardText.plain(service), CardText.link("看凭证", picture))
                .row("审核人", reviewer)
                .row("订单", orderNo);
    }

    @Override
    public String toString() {
        return "ClaimTransfer[masked]";
    }
}
