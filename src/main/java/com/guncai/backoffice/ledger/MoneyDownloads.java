package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.Attachment;
import com.guncai.backoffice.spreadsheet.Workbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries as files; each of them is recorded with who took it. */
@RestController
@RequestMapping("/staff/money")
class MoneyDownloads {
    private final LedgerExports exports;
    private final ExportLog log;

    MoneyDownloads(LedgerExports exports, ExportLog log) {
        this.exports = exports;
        this.log = log;
    }

    @GetMapping("/entries.xlsx")
    void workbook(
            Principal staff,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String orderNo,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to)
            throws IOException {
        var filter = LedgerController.filter(orderNo, number, account, from, to);
        log.record(staff.getName(), "xlsx " + filter.words());
        Attachment.begin(response, "流水.xlsx", Workbook.MEDIA_TYPE);
        exports.workbook(filter, response.getOutputStream());
    }

    /** All entries that were posted in a year. */
    @GetMapping("/year.csv")
    void year(Principal staff, HttpServletResponse response, @RequestParam int year) throws IOException {
        log.record(staff.getName(), "csv " + year);
        Attachment.begin(response, "流水-" + year + ".csv", "text/csv;charset=UTF-8");
        exports.csv(
                new EntryFilter(null, null, null, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                response.getOutputStream());
    }
}
