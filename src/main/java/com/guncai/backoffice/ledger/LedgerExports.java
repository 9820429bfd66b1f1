package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.spreadsheet.Workbook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes entries, a row for each of their lines, one after the other however many there are. Entries hold no personal data.
 */
@Service
class LedgerExports {
    /** A sheet has no more rows. */
    private static final int MOST_ROWS = 1_000_000;

    private static final List<String> HEADER =
            List.of("流水号", "记账时间", "发生时间", "事项", "说明", "业务", "订单号", "外部单号", "科目", "科目名称", "金额（元）");

    private final LedgerEntries entries;
    private final AccountNames names;

    LedgerExports(LedgerEntries entries, AccountNames names) {
        this.entries = entries;
        this.names = names;
    }

    void workbook(EntryFilter filter, OutputStream out) throws IOException {
        try (var workbook = new Workbook("流水", HEADER)) {
            var written = new int[1];
            rows(filter, row -> {
                if (written[0]++ < MOST_ROWS) {
                    workbook.row(row);
                }
            });
            if (written[0] > MOST_ROWS) {
                workbook.row(List.of("后面还有 " + (written[0] - MOST_ROWS) + " 行，请缩短时间或导出 CSV"));
            }
            workbook.writeTo(out);
        }
    }

    void csv(EntryFilter filter, OutputStream out) throws IOException {
        // With the mark by which spreadsheet programs know UTF-8.
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        var csv = CSVFormat.RFC4180.print(writer);
        csv.printRecord(HEADER);
        rows(filter, row -> {
            try {
                csv.printRecord(row);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        csv.flush();
    }

    private void rows(EntryFilter filter, Consumer<List<String>> reader) {
        entries.forEach(filter, entry -> {
            for (var line : entry.lines()) {
                reader.accept(List.of(
                        text(entry.no()),
                        BusinessTime.offset(entry.at()).toString(),
                        BusinessTime.offset(entry.occurredAt()).toString(),
                        entry.fact().label(),
                        entry.text(),
                        entry.service() == null ? "" : names.service(entry.service()),
                        text(entry.orderNo()),
                        text(entry.externalNo()),
                        line.account().code(),
                        names.of(line.account()),
                        BigDecimal.valueOf(line.amountFen(), 2).toPlainString()));
            }
        });
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
