package com.guncai.backoffice.settlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a settlement show, as texts ready to read. */
@Component
@Transactional(readOnly = true)
class SettlementCards {
    private final SettlementStatements statements;
    private final StatementContent content;
    private final SettlementReceipts receipts;

    SettlementCards(SettlementStatements statements, StatementContent content, SettlementReceipts receipts) {
        this.statements = statements;
        this.content = content;
        this.receipts = receipts;
    }

    Card of(String caseNo) {
        var statement = statements.get(caseNo);
        var figures = content.figures(caseNo);
        var received = receipts.receivedFen(caseNo);
        return new Card(
                statement.period().toString(),
                Objects.requireNonNullElse(statement.no(), ""),
                Money.signedYuan(statement.dueFen()),
                statement.carriedFen() == 0 ? "" : Money.signedYuan(statement.carriedFen()),
                Money.yuan(statement.payableFen()),
                received == 0 ? "" : Money.yuan(received),
                Money.yuan(statement.payableFen() - received),
                "%s，%d%%".formatted(Money.yuan(statement.usedFen()), percent(statement)),
                Objects.requireNonNullElse(statement.checkedBy(), ""),
                Objects.requireNonNullElse(statement.checkNote(), ""),
                Stream.of(Section.values())
                        .map(section -> new Sum(section.label(), Money.signedYuan(Figure.sum(figures, section))))
                        .toList(),
                late(figures),
                "/staff/money/statements/" + caseNo);
    }

    private static String late(List<Figure> figures) {
        var late = figures.stream().mapToLong(Figure::lateEntries).sum();
        return late == 0 ? "" : late + " 笔属于前期、本期才入账，明细里写明了原因";
    }

    private static long percent(Statement statement) {
        return statement.ceilingFen() == 0 ? 0 : statement.usedFen() * 100 / statement.ceilingFen();
    }

    /** In a line, for the list of tasks. */
    String summary(String caseNo) {
        var statement = statements.get(caseNo);
        return "人保结算 " + statement.period() + " " + Money.yuan(statement.payableFen() - receipts.receivedFen(caseNo));
    }

    /**
     * Texts ready to read; amounts as {@code ¥30.00}.
     *
     * @param number empty until it is closed
     * @param carried empty when nothing is
     * @param received empty when nothing was
     * @param used of the year's ceiling
     * @param late empty when nothing is
     * @param sums of each section
     */
    record Card(
            String period,
            String number,
            String due,
            String carried,
            String payable,
            String received,
            String left,
            String used,
            String by,
            String note,
            List<Sum> sums,
            String late,
            String statementPage) {
        /** Shown by Task_CheckStatement and Task_ConfirmStatement. */
        @JsonProperty
        TaskCard card() {
            return TaskCard.titled("人保结算 " + period)
                    .figure("人保应付", CardText.strong(payable))
                    .figure("本期应付", CardText.strong(due))
                    .row("上期结转", carried)
                    .row("年度上限已用", used)
                    .warn(late)
                    .row("核对人", by)
                    .row("说明", note)
                    .list("各项合计", sums.stream().map(Sum::line).toList())
                    .row("明细和文件", CardText.link("结算单 " + period, statementPage));
        }

        /** Shown by Task_RecordSettlement. */
        @JsonProperty
        TaskCard receiptCard() {
            return TaskCard.titled("人保结算 " + period)
                    .figure("还欠", CardText.strong(left))
                    .figure("人保应付", CardText.strong(payable))
                    .row("结算单号", CardText.copy(number))
                    .row("已收", received)
                    .row("明细和文件", CardText.link("结算单 " + period, statementPage));
        }

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** Of a section. */
    record Sum(String section, String amount) {
        List<CardText> line() {
            return List.of(CardText.plain(section), CardText.strong(amount));
        }
    }
}
