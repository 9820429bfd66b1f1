package com.guncai.backoffice.cashback;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.receipt.SimilarReceiptFinder;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a reviewer should look at twice. It informs; people decide. */
@Component
class ReviewWarnings {
    private static final Duration SHORT_TIME = Duration.ofHours(24);
    private static final int MANY = 3;

    private final CashbackClaimRepository claims;
    private final SimilarReceiptFinder receipts;
    private final Orders orders;

    ReviewWarnings(CashbackClaimRepository claims, SimilarReceiptFinder receipts, Orders orders) {
        this.claims = claims;
        this.receipts = receipts;
        this.orders = orders;
    }

    List<Warning> of(CashbackClaim claim) {
        var warnings = new ArrayList<Warning>();
        var same = receipts.same(claim.orderNo());
        same.forEach(other -> warnings.add(about(claim, other, "同一张图片已经提交过")));
        receipts.alike(claim.orderNo()).stream()
                .filter(other -> !same.contains(other))
                .forEach(other -> warnings.add(about(claim, other, "和提交过的图片几乎一样，请对比")));
        var others = claims.othersPaidAt(claim.payeeDigest(), claim.customerId());
        if (others > 0) {
            warnings.add(new Warning("这个收款账户还有 " + others + " 位其他用户在用", "", ""));
        }
        var until = claim.submittedAt();
        var lately = claims.countByCustomerIdAndSubmittedAtBetween(claim.customerId(), until.minus(SHORT_TIME), until);
        if (lately >= MANY) {
            warnings.add(new Warning("该用户 24 小时内提交了 " + lately + " 笔申请", "", ""));
        }
        var face = claim.faceFen();
        if (face != null && claim.spentFen() < face) {
            warnings.add(
                    new Warning("消费金额 %s 低于券面值 %s".formatted(Money.yuan(claim.spentFen()), Money.yuan(face)), "", ""));
        }
        return warnings;
    }

    private Warning about(CashbackClaim claim, String otherNo, String what) {
        var other = claims.findById(otherNo).orElseThrow();
        var whose = other.customerId() == claim.customerId() ? "同一用户" : "其他用户";
        var state = ClaimState.label(orders.get(otherNo).status());
        var text = "%s：订单 %s（%s，%s，%s）".formatted(what, otherNo, BusinessTime.text(other.submittedAt()), whose, state);
        return new Warning(text, "/staff/receipts/" + otherNo, "/staff/receipts/" + otherNo + "/thumbnail");
    }

    /**
     * @param picture address of the other receipt; empty when the warning is not about one
     * @param thumbnail the same, small
     */
    record Warning(String text, String picture, String thumbnail) {
        void addTo(TaskCard card) {
            card.warn(new TaskCard.Picture(picture, thumbnail, "那张凭证", ""), CardText.plain(text));
        }
    }
}
