package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.StaffPayments;
import com.guncai.backoffice.process.CompletedTask;
import com.guncai.backoffice.process.CompletedTasks;
import com.guncai.backoffice.process.FormLabels;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members of staff completed, newest first. Everybody sees their own work, with what they entered. */
@Service
@Transactional(readOnly = true)
class Work {
    static final int ON_PAGE = 200;

    private final CompletedTasks tasks;
    private final OrderSearch search;
    private final Orders orders;
    private final List<StaffPayments> payments;
    private final FormLabels labels;
    private final Clock clock;

    Work(
            CompletedTasks tasks,
            OrderSearch search,
            Orders orders,
            List<StaffPayments> payments,
            FormLabels labels,
            Clock clock) {
        this.tasks = tasks;
        this.search = search;
        this.orders = orders;
        this.payments = payments;
        this.labels = labels;
        this.clock = clock;
    }

    Period today() {
        var today = BusinessTime.today(clock);
        return new Period(today, today);
    }

    /** From Monday on. */
    Period week() {
        var today = BusinessTime.today(clock);
        return new Period(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), today);
    }

    /** Today unless somebody chose. */
    Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        var end = to == null ? BusinessTime.today(clock) : to;
        return new Period(from == null || from.isAfter(end) ? end : from, end);
    }

    /**
     * @param after the last one of the page before; {@code null} for the first page
     * @param service {@code null} for any
     */
    List<Done> done(
            Authentication staff,
            @Nullable String term,
            @Nullable ServiceCode service,
            Period period,
            @Nullable CompletedTask after,
            int most) {
        var queries = new ArrayList<OrderSearch.TermQuery>();
        if (term != null && !term.isBlank()) {
            queries.add(search.query(term));
        }
        if (service != null) {
            queries.add(search.query(service));
        }
        var parameters = new HashMap<String, String>();
        queries.forEach(query -> parameters.putAll(query.parameters()));
        var found = tasks.ofStaff(
                staff.getName(),
                period.start(),
                period.end(),
                after,
                most,
                queries.stream().map(OrderSearch.TermQuery::sql).toList(),
                parameters);
        var known = orders.all(found.stream().map(CompletedTask::orderNo).collect(Collectors.toSet()));
        var paid = paid(found);
        return found.stream()
                .map(task -> new Done(
                        task,
                        known.containsKey(task.orderNo())
                                ? known.get(task.orderNo()).service().label()
                                : "",
                        labels.readable(task.task(), task.entered()),
                        paid.get(task.taskId())))
                .toList();
    }

    /** What was paid at tasks, by the id of the task. */
    private Map<String, StaffPayments.Paid> paid(List<CompletedTask> found) {
        var paid = new HashMap<String, StaffPayments.Paid>();
        for (var kind : payments) {
            var asked = found.stream()
                    .filter(task -> task.entered().containsKey(kind.field()))
                    .toList();
            if (!asked.isEmpty()) {
                var known = kind.of(asked.stream().map(CompletedTask::caseNo).collect(Collectors.toSet()));
                asked.stream()
                        .filter(task -> known.containsKey(task.caseNo()))
                        .forEach(task -> paid.put(task.taskId(), known.get(task.caseNo())));
            }
        }
        return paid;
    }

    /** Days in Asia/Shanghai, both included. */
    record Period(LocalDate from, LocalDate to) {
        Instant start() {
            return Days.start(from);
        }

        Instant end() {
            return Days.end(to);
        }
    }

    /**
     * @param service its name; empty where the task is about no order
     * @param entered by label
     * @param paid what was paid at it; {@code null} for nothing
     */
    record Done(
            CompletedTask task,
            String service,
            Map<String, FormLabels.Answer> entered,
            StaffPayments.@Nullable Paid paid) {
        /** {@code 0} when nothing was paid, or nobody recorded how much. */
        public long paidFen() {
            return paid == null ? 0 : paid.amountFen();
        }

        public String line() {
            return entered.entrySet().stream()
                    .map(field -> field.getKey() + "：" + field.getValue().text())
                    .collect(Collectors.joining("；"));
        }

        @Override
        public String toString() {
            return "Done[masked]";
        }
    }
}
