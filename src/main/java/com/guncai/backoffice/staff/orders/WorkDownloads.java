package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.process.CompletedTask;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.spreadsheet.Workbook;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own work as a workbook; for finance the numbers of the transfers have a column of their own. */
@Hidden
@RestController
class WorkDownloads {
    private static final int AT_ONCE = 1_000;

    private static final List<String> HEADER = List.of("完成时间", "任务", "订单号", "业务", "付款账户", "流水号", "金额（元）", "填写的内容");

    private final Work work;
    private final OrderReaders readers;
    private final OrderExportRepository exports;
    private final Clock clock;

    WorkDownloads(Work work, OrderReaders readers, OrderExportRepository exports, Clock clock) {
        this.work = work;
        this.readers = readers;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/staff/work/export.xlsx")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            Authentication staff,
            HttpServletResponse response)
            throws IOException {
        var period = work.period(from, to);
        var of = readers.service(service);
        try (var workbook = new Workbook("我的工作", HEADER)) {
            var rows = 0;
            @Nullable CompletedTask after = null;
            List<Work.Done> page;
            do {
                page = work.done(staff, q, of, period, after, AT_ONCE);
                for (var done : page) {
                    workbook.row(row(done));
                    after = done.task();
                }
                rows += page.size();
            } while (page.size() == AT_ONCE && rows < OrderDownloads.MOST);
            exports.save(new OrderExport(
                    staff.getName(),
                    BusinessTime.now(clock),
                    OrderExport.Kind.WORK,
                    "%s %s %s"
                            .formatted(
                                    Objects.requireNonNullElse(q, ""), Objects.requireNonNullElse(service, ""), period),
                    rows));
            Downloads.send(workbook, "我的工作 %s 至 %s.xlsx".formatted(period.from(), period.to()), response);
        }
    }

    private static List<String> row(Work.Done done) {
        var task = done.task();
        var paid = done.paid();
        return List.of(
                Downloads.time(task.completedAt()),
                task.name(),
                task.orderNo(),
                done.service(),
                paid == null ? "" : paid.account(),
                paid == null ? "" : paid.number(),
                done.paidFen() == 0 ? "" : Money.plainYuan(done.paidFen()),
                done.line());
    }
}
