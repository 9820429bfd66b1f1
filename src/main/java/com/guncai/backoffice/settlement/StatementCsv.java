package com.guncai.backoffice.settlement;

import com.guncai.backoffice.shared.BusinessTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/**
 * A statement for machines: UTF-8, one header, rows of three kinds. {@code STATEMENT} rows have a name in {@code part} and a sum;
 * {@code FIGURE} rows have how many entries are behind them; {@code ENTRY} rows are these entries. Amounts in fen.
 */
@Component
class StatementCsv {
    private static final int AT_A_TIME = 2000;

    private static final List<String> HEADER = List.of(
            "kind",
            "section",
            "service",
            "part",
            "entryNo",
            "postedAt",
            "occurredAt",
            "orderNo",
            "externalNo",
            "entries",
            "fen",
            "reason");

    private final StatementContent content;

    StatementCsv(StatementContent content) {
        this.content = content;
    }

    void write(Statement statement, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var csv = CSVFormat.RFC4180.print(writer);
        csv.printRecord(HEADER);
        sum(csv, statement, "dueFen", statement.dueFen());
        sum(csv, statement, "carriedFen", statement.carriedFen());
        sum(csv, statement, "payableFen", statement.payableFen());
        sum(csv, statement, "ceilingFen", statement.ceilingFen());
        sum(csv, statement, "usedFen", statement.usedFen());
        for (var figure : content.figures(statement.caseNo())) {
            var key = figure.key();
            csv.printRecord(
                    "FIGURE",
                    key.section(),
                    key.service(),
                    key.part(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    figure.entries(),
                    figure.amountFen(),
                    "");
        }
        for (var section : Section.values()) {
            var lines = content.chunk(statement.caseNo(), section, null, AT_A_TIME);
            while (!lines.isEmpty()) {
                for (var line : lines) {
                    entry(csv, line);
                }
                lines = content.chunk(statement.caseNo(), section, lines.get(lines.size() - 1), AT_A_TIME);
            }
        }
        csv.flush();
    }

    private static void sum(CSVPrinter csv, Statement statement, String name, long fen) throws IOException {
        csv.printRecord("STATEMENT", statement.period(), "", name, "", "", "", "", "", "", fen, "");
    }

    private static void entry(CSVPrinter csv, Line line) throws IOException {
        csv.printRecord(
                "ENTRY",
                line.key().section(),
                line.key().service(),
                line.key().part(),
                line.no(),
                BusinessTime.offset(line.at()),
                BusinessTime.offset(line.occurredAt()),
                line.orderNo(),
                line.externalNo(),
                1,
                line.amountFen(),
                line.reason());
    }
}
