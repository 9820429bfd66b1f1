package com.guncai.backoffice.cashback;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import java.util.List;

/**
 * A claim as its reviewer sees it. Amounts as {@code ¥50.00}, times in Asia/Shanghai; what is not known is empty, who it is
 * about masked.
 *
 * @param picture address of the receipt
 */
record ClaimReview(
        String orderNo,
        String service,
        String choice,
        String spent,
        String face,
        String submittedAt,
        String customerPhone,
        String payee,
        String picture,
        String thumbnail,
        List<ReviewWarnings.Warning> warnings,
        List<Earlier> earlier) {
    /** Shown by Task_ReviewReceipt. */
    @JsonProperty
    TaskCard card() {
        var card = TaskCard.titled("返 " + face + " · " + service)
                .picture(new TaskCard.Picture(picture, thumbnail, "支付凭证", "点击看大图"));
        warnings.forEach(warning -> warning.addTo(card));
        return card.row("业务", CardText.strong(service))
                .row("品牌或项目", CardText.strong(choice))
                .row("消费金额", CardText.strong(spent))
                .row("礼券面值", face + "，审核通过后按面值返现")
                .row("收款人", payee)
                .row("用户", customerPhone)
                .row("订单", CardText.plain(orderNo), CardText.plain("提交于 " + submittedAt))
                .list("这位用户之前的申请", earlier.stream().map(Earlier::line).toList());
    }

    @Override
    public String toString() {
        return "ClaimReview[masked]";
    }

    /** Another claim of the same customer. */
    record Earlier(String at, String service, String spent, String state, String picture) {
        private List<CardText> line() {
            return List.of(
                    CardText.plain(at),
                    CardText.plain(service),
                    CardText.plain(spent),
                    CardText.plain(state),
                    CardText.link("看凭证", picture));
        }
    }
}
