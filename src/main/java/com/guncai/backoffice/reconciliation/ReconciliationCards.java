package com.guncai.backoffice.reconciliation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a reconciliation show, as texts ready to read. */
@Component
@Transactional(readOnly = true)
class ReconciliationCards {
    private final Reconciliations reconciliations;
    private final Differences differences;
    private final DifferencePostings postings;

    private final StaffDirectory staff;

    ReconciliationCards(
            Reconciliations reconciliations,
            Differences differences,
            DifferencePostings postings,
            StaffDirectory staff) {
        this.staff = staff;
        this.reconciliations = reconciliations;
        this.differences = differences;
        this.postings = postings;
    }

    /** Of a difference, or of a day whose bill is late. */
    Card of(String caseNo) {
        return differences.find(caseNo).map(this::difference).orElseGet(() -> late(caseNo));
    }

    /** In a line, for the list of tasks. */
    String summary(String caseNo) {
        return differences
                .find(caseNo)
                .map(found -> found.source().label() + " " + found.kind().label() + " " + yuan(stake(found)))
                .orElseGet(() -> reconciliations.find(caseNo).orElseThrow().title() + " 的账单还没有");
    }

    private Card difference(Difference found) {
        var of = reconciliations.find(found.caseNo()).orElseThrow();
        var orderNo = text(found.orderNo());
        return new Card(
                of.title(),
                found.kind().label(),
                yuan(found.oursFen()),
                yuan(found.theirsFen()),
                found.kind().proposal(),
                found.externalNo() == null ? "没有登记" : found.subject(),
                orderNo,
                BusinessTime.text(found.at()),
                found.feeFen() == 0 ? "" : yuan(found.feeFen()),
                found.resolution() == null ? "" : found.resolution().label(),
                text(found.note()),
                staff.name(found.resolvedBy()),
                postings.preview(found).entrySet().stream()
                        .map(each -> new Move(each.getKey(), yuan(each.getValue())))
                        .toList(),
                "/staff/money/days/" + of.lastDay());
    }

    private Card late(String caseNo) {
        var of = reconciliations.find(caseNo).orElseThrow();
        var day = "/staff/money/days/" + of.lastDay();
        return new Card(of.title(), "", "", "", "", "", "", "", "", "", "", "", List.of(), day);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static long stake(Difference found) {
        return found.theirsFen() != null ? found.theirsFen() : found.oursFen() != null ? found.oursFen() : 0;
    }

    static String yuan(@Nullable Long fen) {
        return fen == null ? "没有" : Money.signedYuan(fen);
    }

    /**
     * Texts ready to read; amounts as {@code ¥30.00}. Of a day whose bill is late there is its title alone.
     *
     * @param title whose word of which days
     * @param ours what the ledger has
     * @param feeDifference empty when the fee is the same, or is the difference itself
     * @param moves what booking it posts
     * @param dayPage where the day is
     */
    record Card(
            String title,
            String kind,
            String ours,
            String theirs,
            String proposal,
            String number,
            String orderNo,
            String at,
            String feeDifference,
            String resolution,
            String note,
            String by,
            List<Move> moves,
            String dayPage) {
        /** Shown by Task_ResolveDifference and Task_ConfirmResolution. */
        @JsonProperty
        TaskCard card() {
            return TaskCard.untitled()
                    .figure("差异", CardText.strong(kind))
                    .figure("我方", CardText.strong(ours))
                    .figure("对方", CardText.strong(theirs))
                    .row("建议", proposal)
                    .row("单号", CardText.copy(number))
                    .row("订单", CardText.copy(orderNo))
                    .row("发生时间", at)
                    .row("手续费差", feeDifference)
                    .row("登记的处理", resolution)
                    .row("说明", note)
                    .row("处理人", by)
                    .list("选“按对方入账”会记这样一笔", moves.stream().map(Move::line).toList())
                    .row("对账", CardText.link(title, dayPage));
        }

        /** Shown by Task_AskForBill. */
        @JsonProperty
        TaskCard billCard() {
            return TaskCard.titled(title)
                    .warn("到晚上 8 点还没有取到账单，或者取到的文件校验不对。")
                    .row("怎么办", "到微信商户平台 → 交易中心 → 账单看这一天的账单出来没有。出来了就完成任务，系统马上再取一次；还取不到，任务会回来。");
        }

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** What an account moves. */
    record Move(String account, String amount) {
        List<CardText> line() {
            return List.of(CardText.plain(account), CardText.strong(amount));
        }
    }
}
