package com.guncai.backoffice.cashback;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.receipt.SimilarReceiptFinder;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        var alike = receipts.alike(claim.orderNo()).stream()
                .filter(other -> !same.contains(other))
                .toList();
        var others = others(Stream.concat(same.stream(), alike.stream()).toList());
        same.forEach(other -> warnings.add(about(claim, others.get(other), "同一张图片已经提交过")));
        alike.forEach(other -> warnings.add(about(claim, others.get(other), "和提交过的图片几乎一样，请对比")));
        var sharers = claims.othersPaidAt(claim.payeeDigest(), claim.customerId());
        if (sharers > 0) {
            warnings.add(new Warning("这个收款账户还有 " + sharers + " 位其他用户在用", "", ""));
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

    /** By order number. */
    private Map<String, Other> others(List<String> orderNos) {
        if (orderNos.isEmpty()) {
            return Map.of();
        }
        var states = orders.all(orderNos);
        return claims.findByOrderNoIn(orderNos).stream()
                .map(claim -> new Other(claim, Objects.requireNonNull(states.get(claim.orderNo()))))
                .collect(toMap(other -> other.claim().orderNo(), Function.identity()));
    }

    private static Warning about(CashbackClaim claim, @Nullable Other found, String what) {
        var other = Objects.requireNonNull(found).claim();
        var otherNo = other.orderNo();
        var whose = other.customerId() == claim.customerId() ? "同一用户" : "其他用户";
        var state = ClaimState.label(found.order().status());
        var text = "%s：订单 %s（%s，%s，%s）".formatted(what, otherNo, BusinessTime.text(other.submittedAt()), whose, state);
        return new Warning(text, "/staff/receipts/" + otherNo, "/staff/receipts/" + otherNo + "/thumbnail");
    }

    /** A claim whose receipt was handed in before. */
    private record Other(CashbackClaim claim, Order order) {}

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
