package com.guncai.backoffice.process;

import com.guncai.backoffice.process.OpenCases.OpenCase;
import com.guncai.backoffice.shared.BusinessTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds orders that are paid and that no process has, whatever led to that: an instance that an administrator deleted, a
 * restored database. Nobody would ever see them. The metric {@code orders.without.process} says how many, the log which;
 * managers hear of it once a day.
 */
@Component
public class UnattendedCases implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(UnattendedCases.class);
    private static final int AT_ONCE = 500;
    private static final int NAMED = 20;

    private final List<OpenCases> modules;
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicInteger found = new AtomicInteger();

    UnattendedCases(
            List<OpenCases> modules,
            NamedParameterJdbcTemplate jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.modules = modules;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("orders.without.process", found::get)
                .description("orders that are paid, accepted or being refunded, and that no process has")
                .register(meters);
    }

    /** How many there were when this node looked last. */
    public int found() {
        return found.get();
    }

    /** Looks through all open cases. */
    @Scheduled(
            fixedDelayString = "${backoffice.cases.look-every}",
            initialDelayString = "${backoffice.cases.look-every}")
    public List<OpenCase> look() {
        var lost = modules.stream().flatMap(module -> lost(module).stream()).toList();
        found.set(lost.size());
        if (!lost.isEmpty()) {
            log.error(
                    "{} open orders have no process, among them {}",
                    lost.size(),
                    lost.stream().limit(NAMED).map(OpenCase::orderNo).toList());
        }
        return lost;
    }

    /** Tells managers, on one node only. */
    @Scheduled(cron = "${backoffice.cases.report-at}", zone = "Asia/Shanghai")
    public void report() {
        var lost = look();
        if (lost.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.update(
                        "insert into case_report (reported_on, found) values (:today, :found)",
                        Map.of("today", BusinessTime.today(clock), "found", lost.size()));
                events.publishEvent(new CasesUnattended(lost.get(0).orderNo(), lost.size()));
            });
        } catch (DuplicateKeyException reported) {
            log.debug("Another node reported already", reported);
        }
    }

    private List<OpenCase> lost(OpenCases module) {
        var lost = new ArrayList<OpenCase>();
        var page = module.page("", AT_ONCE);
        while (!page.isEmpty()) {
            var attended = attended(page);
            page.stream()
                    .filter(open -> !attended.contains(open.caseNo()))
                    // It may have been completed between the two reads.
                    .filter(open -> module.isOpen(open.caseNo()))
                    .forEach(lost::add);
            page = module.page(page.get(page.size() - 1).caseNo(), AT_ONCE);
        }
        return lost;
    }

    private HashSet<String> attended(List<OpenCase> cases) {
        return new HashSet<>(jdbc.queryForList(
                "select BUSINESS_KEY_ from ACT_RU_EXECUTION where BUSINESS_KEY_ in (:numbers)",
                Map.of("numbers", cases.stream().map(OpenCase::caseNo).toList()),
                String.class));
    }
}
