package com.guncai.backoffice.staff.today;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.guncai.backoffice.ledger.MoneyDay;
import com.guncai.backoffice.order.OrderDay.Counts;
import com.guncai.backoffice.order.OrderDay.Happening;
import com.guncai.backoffice.process.OpenWork;
import com.guncai.backoffice.shared.BusinessTime;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the board, for programs. What a reader may not see is left out. */
@Hidden
@RestController
class TodayController {
    private final Today today;

    TodayController(Today today) {
        this.today = today;
    }

    @GetMapping("/staff/api/today")
    Answer today(Authentication staff) {
        var board = today.of(staff);
        return new Answer(
                BusinessTime.offset(board.at()),
                board.desks().stream().map(desk -> desk(board, desk)).toList(),
                orders(board.counts(), 1),
                orders(board.usual(), Today.USUAL_WEEKS),
                board.money(),
                board.paces().stream()
                        .map(pace -> new Pace(
                                pace.service().code(),
                                pace.completion() ? "COMPLETED" : "ACCEPTED",
                                pace.orders(),
                                pace.median(),
                                pace.ninetieth()))
                        .toList(),
                board.clerks().entrySet().stream()
                        .map(clerk -> new Clerk(clerk.getKey(), clerk.getValue()))
                        .toList(),
                board.figures().stream()
                        .map(figure -> new Figure(figure.label(), figure.value(), figure.meaning()))
                        .toList());
    }

    private static Desk desk(Board board, OpenWork.Desk desk) {
        return new Desk(
                desk.desk(),
                Objects.requireNonNullElse(board.labels().get(desk.desk()), desk.desk()),
                desk.open(),
                desk.unclaimed(),
                desk.overdue(),
                desk.oldest() == null ? null : BusinessTime.offset(desk.oldest()));
    }

    private static @Nullable Orders orders(@Nullable Counts counts, int days) {
        return counts == null
                ? null
                : new Orders(
                        Math.round(counts.placed() / (double) days),
                        mean(counts, Happening.PAID, days),
                        mean(counts, Happening.COMPLETED, days),
                        mean(counts, Happening.CANCELLED, days),
                        mean(counts, Happening.REFUNDED, days));
    }

    private static long mean(Counts counts, Happening one, int days) {
        return Math.round(counts.of(one) / (double) days);
    }

    /** @param usual a mean of the four days with the same weekday before, up to the same time of day */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            OffsetDateTime at,
            List<Desk> desks,
            @Nullable Orders orders,
            @Nullable Orders usual,
            MoneyDay.@Nullable Sums money,
            List<Pace> paces,
            List<Clerk> clerks,
            List<Figure> figures) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Desk(
            String desk, String label, long open, long unclaimed, long overdue, @Nullable OffsetDateTime oldestAt) {}

    record Orders(long placed, long paid, long completed, long cancelled, long refunded) {}

    record Pace(String service, String until, long orders, Duration median, Duration ninetieth) {}

    record Clerk(String user, long completed) {}

    record Figure(String label, String value, String meaning) {}
}
