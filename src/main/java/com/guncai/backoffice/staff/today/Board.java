package com.guncai.backoffice.staff.today;

import com.guncai.backoffice.ledger.MoneyDay;
import com.guncai.backoffice.order.OrderDay;
import com.guncai.backoffice.process.BoardFigures.Figure;
import com.guncai.backoffice.process.OpenWork;
import com.guncai.backoffice.process.ProcessHeat.Heated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a moment, as far as their reader may see them.
 *
 * @param labels Chinese names of the desks, by id
 * @param counts of orders today; {@code null} for desks, as {@code usual} and {@code money} are
 * @param usual of four days with the same weekday before, up to the same time of day: the sum
 * @param clerks how many tasks each completed today, by user id
 */
record Board(
        Instant at,
        LocalDate day,
        List<OpenWork.Desk> desks,
        Map<String, String> labels,
        OrderDay.@Nullable Counts counts,
        OrderDay.@Nullable Counts usual,
        List<OrderDay.Pace> paces,
        MoneyDay.@Nullable Sums money,
        Map<String, Long> clerks,
        List<Figure> figures,
        List<Heated> processes) {}
