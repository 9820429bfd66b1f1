package com.guncai.backoffice.cashback;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** By which transfer a claim was paid, or why it was not yet. */
@Component
class TransferStory implements StorySection {
    private final CashbackClaimRepository claims;

    TransferStory(CashbackClaimRepository claims) {
        this.claims = claims;
    }

    @Override
    public String name() {
        return PURCHASES;
    }

    @Override
    public String title() {
        return "采购和转账";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        if (!CashbackServices.ALL.contains(order.service())) {
            return List.of();
        }
        return claims.findById(order.orderNo()).stream()
                .filter(claim -> claim.transferNo() != null || claim.failureReason() != null)
                .map(TransferStory::entry)
                .toList();
    }

    private static StoryEntry entry(CashbackClaim claim) {
        var face = claim.faceFen();
        var paid = claim.transferNo() != null;
        return StoryEntry.of(claim.transferredAt(), paid ? "返现转账" : "转账没成功")
                .row("金额", face == null ? null : Money.yuan(face))
                .member("costFen", paid ? face : null)
                .row("转账流水号", "externalNo", claim.transferNo())
                .row("转账人", "paidBy", claim.payer())
                .row("审核人", "reviewedBy", claim.reviewer())
                .row("失败的原因", "failureReason", claim.failureReason());
    }
}
