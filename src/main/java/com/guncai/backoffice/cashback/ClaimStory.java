package com.guncai.backoffice.cashback;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was spent on what. The payee is masked for everybody: finance sees it at the task of the transfer, and each look is recorded. */
@Component
class ClaimStory implements StorySection {
    private final CashbackClaimRepository claims;

    ClaimStory(CashbackClaimRepository claims) {
        this.claims = claims;
    }

    @Override
    public String name() {
        return ORDERED;
    }

    @Override
    public String title() {
        return "订购内容";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        if (!CashbackServices.ALL.contains(order.service())) {
            return List.of();
        }
        return claims.findById(order.orderNo()).stream()
                .map(claim -> entry(claim, reader))
                .toList();
    }

    private static StoryEntry entry(CashbackClaim claim, StoryReader reader) {
        var face = claim.faceFen();
        var payee = claim.payee();
        var entry = StoryEntry.of(null, "凭证返现")
                .row("消费", Money.yuan(claim.spentFen()))
                .member("spentFen", claim.spentFen())
                .row("返现", face == null ? "没有可用的券" : Money.yuan(face))
                .member("cashbackFen", face)
                .row("品牌、项目", "choice", claim.choice())
                .row("收款方式", "way", payee.way())
                .row("支付宝账号", "alipayAccount", payee.maskedAlipay())
                .row("户名", "realName", payee.maskedName())
                .row("银行卡号", "bankCardNo", payee.maskedCard())
                .row("联系电话", "phone", reader.phone(payee.phone()));
        return CashbackClaimProcess.DESKS.stream().anyMatch(reader::isIn)
                ? entry.link("凭证", "查看图片", "/staff/receipts/" + claim.orderNo())
                : entry;
    }
}
