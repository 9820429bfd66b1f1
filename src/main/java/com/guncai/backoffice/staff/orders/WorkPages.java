package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.shared.StaffPage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a member of staff completed: today, this week, or between two days. */
@StaffPage
@RequestMapping("/staff/work")
class WorkPages {
    private final Work work;
    private final OrderReaders readers;
    private final StaffNames names;

    WorkPages(Work work, OrderReaders readers, StaffNames names) {
        this.work = work;
        this.readers = readers;
        this.names = names;
    }

    @GetMapping
    String work(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            Authentication staff,
            Model model) {
        var period = work.period(from, to);
        var done = work.done(staff, q, readers.service(service), period, null, Work.ON_PAGE + 1);
        var shown = done.size() > Work.ON_PAGE ? done.subList(0, Work.ON_PAGE) : done;
        model.addAttribute("done", shown);
        model.addAttribute("more", done.size() > Work.ON_PAGE);
        model.addAttribute(
                "paidFen", shown.stream().mapToLong(Work.Done::paidFen).sum());
        model.addAttribute("service", service);
        model.addAttribute("services", readers.services(staff));
        model.addAttribute("q", q);
        model.addAttribute("period", period);
        model.addAttribute("today", work.today());
        model.addAttribute("week", work.week());
        model.addAttribute("names", names);
        return "staff/work";
    }
}
