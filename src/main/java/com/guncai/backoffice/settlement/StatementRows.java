package com.guncai.backoffice.settlement;

import com.guncai.backoffice.settlement.Statement.State;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements as the pages show them. */
@Component
class StatementRows {
    private final SettlementReceipts receipts;

    StatementRows(SettlementReceipts receipts) {
        this.receipts = receipts;
    }

    Row of(Statement statement) {
        var received = receipts.receivedFen(statement.caseNo());
        var left = statement.payableFen() - received;
        return new Row(
                statement.caseNo(),
                statement.period().toString(),
                Objects.requireNonNullElse(statement.no(), ""),
                label(statement, received, left),
                statement.state() == State.CLOSED && left > 0
                        ? "wait"
                        : statement.state().look(),
                statement.state().isMade() ? Money.signedYuan(statement.dueFen()) : "",
                statement.state().isMade() ? Money.yuan(statement.payableFen()) : "",
                statement.state() == State.CLOSED ? Money.yuan(received) : "",
                statement.state() == State.CLOSED ? Money.yuan(left) : "",
                statement.state().isMade(),
                task(statement, left));
    }

    private static String label(Statement statement, long received, long left) {
        if (statement.state() != State.CLOSED) {
            return statement.state().label();
        }
        if (left > 0) {
            return received > 0 ? "已关账，收到一部分" : "已关账，等回款";
        }
        return statement.payableFen() > 0 ? "已收齐" : "已关账，不用付款";
    }

    /** Where its open task is; empty when none waits for people. */
    private static String task(Statement statement, long left) {
        return switch (statement.state()) {
            case CHECKING, CONFIRMING -> "/t/" + statement.caseNo();
            case CLOSED -> left > 0 ? "/t/" + statement.caseNo() : "";
            case MAKING, CLOSING, REJECTED -> "";
        };
    }

    /** Who did what, and by what it is known. */
    List<Fact> facts(Statement statement) {
        var made = statement.state().isMade();
        return Stream.of(
                        new Fact(
                                "发起",
                                by(
                                        statement.startedBy() == null ? "系统" : statement.startedBy(),
                                        statement.startedAt())),
                        new Fact("核对", by(statement.checkedBy(), statement.checkedAt())),
                        new Fact("核对说明", Objects.requireNonNullElse(statement.checkNote(), "")),
                        new Fact("确认", by(statement.confirmedBy(), statement.confirmedAt())),
                        new Fact("关账", by("", statement.closedAt())),
                        new Fact("上期结转", statement.carriedFen() == 0 ? "" : Money.signedYuan(statement.carriedFen())),
                        new Fact("到期末已用年度上限", made ? Money.signedYuan(statement.usedFen()) : ""),
                        new Fact("CSV 摘要", Objects.requireNonNullElse(statement.digest(), "")),
                        new Fact("Excel 摘要", Objects.requireNonNullElse(statement.workbookDigest(), "")))
                .filter(fact -> !fact.text().isBlank())
                .toList();
    }

    private static String by(@Nullable String who, @Nullable Instant at) {
        return at == null ? "" : (Objects.requireNonNullElse(who, "") + " " + BusinessTime.text(at)).strip();
    }

    List<ReceiptRow> receipts(String caseNo) {
        return receipts.of(caseNo).stream()
                .map(receipt -> new ReceiptRow(
                        receipt.bankFlowNo(),
                        Money.yuan(receipt.fen()),
                        receipt.receivedOn().toString(),
                        Objects.requireNonNullElse(receipt.recordedBy(), "")))
                .toList();
    }

    /**
     * @param look of the badge
     * @param left what PICC still owes; empty until it is closed
     * @param files whether there is something to download
     * @param task where its open task is; empty when there is none
     */
    record Row(
            String caseNo,
            String period,
            String no,
            String state,
            String look,
            String due,
            String payable,
            String received,
            String left,
            boolean files,
            String task) {}

    record Fact(String label, String text) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record ReceiptRow(String bankFlowNo, String amount, String receivedOn, String by) {}
}
