package com.guncai.backoffice.staff.today;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.guncai.backoffice.ledger.MoneyDay;
import com.guncai.backoffice.order.OrderDay;
import com.guncai.backoffice.process.BoardFigures;
import com.guncai.backoffice.process.CompletedTasks;
import com.guncai.backoffice.process.OpenWork;
import com.guncai.backoffice.process.ProcessHeat;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Service;

/** Puts the board together: nine statements and those of the modules' own figures, whoever looks. */
@Service
class Today {
    static final int USUAL_WEEKS = 4;
    private static final String FINANCE = "finance";
    private static final Set<String> ALL = Set.of(StaffGroup.MANAGERS.id(), StaffGroup.ADMINISTRATORS.id());

    private final OpenWork work;
    private final OrderDay orders;
    private final MoneyDay money;
    private final CompletedTasks tasks;
    private final ProcessHeat heat;
    private final List<BoardFigures> modules;
    private final List<StaffGroup> groups;
    private final Clock clock;
    private final Kept<All> kept = new Kept<>(this::all, All::rows, System::nanoTime);

    Today(
            OpenWork work,
            OrderDay orders,
            MoneyDay money,
            CompletedTasks tasks,
            ProcessHeat heat,
            List<BoardFigures> modules,
            List<StaffGroup> groups,
            Clock clock) {
        this.work = work;
        this.orders = orders;
        this.money = money;
        this.tasks = tasks;
        this.heat = heat;
        this.modules = modules.stream()
                .sorted(Comparator.comparingInt(BoardFigures::position))
                .toList();
        this.groups = groups;
        this.clock = clock;
    }

    /** What a member of staff sees of it. */
    Board of(Authentication staff) {
        var mine = staff.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(toUnmodifiableSet());
        var everything = !Collections.disjoint(mine, ALL);
        var all = kept.get();
        var clerks = new LinkedHashMap<>(all.board().clerks());
        if (!everything) {
            clerks.keySet().retainAll(Set.of(staff.getName()));
        }
        return new Board(
                all.board().at(),
                all.board().day(),
                all.board().desks().stream()
                        .filter(desk -> everything || mine.contains(desk.desk()))
                        .toList(),
                all.board().labels(),
                everything ? all.board().counts() : null,
                everything ? all.board().usual() : null,
                everything ? all.board().paces() : List.of(),
                everything || mine.contains(FINANCE) ? all.board().money() : null,
                clerks,
                all.figures().entrySet().stream()
                        .filter(one ->
                                everything || !Collections.disjoint(one.getKey().groups(), mine))
                        .flatMap(one -> one.getValue().stream())
                        .toList(),
                everything ? all.board().processes() : List.of());
    }

    private All all() {
        var now = clock.instant();
        var day = BusinessTime.today(clock);
        var start = BusinessTime.startOf(day);
        var figures = new LinkedHashMap<BoardFigures, List<BoardFigures.Figure>>();
        modules.forEach(module -> figures.put(module, module.figures()));
        // What happens at this very moment belongs to today.
        var end = now.plusSeconds(1);
        var board = new Board(
                now,
                day,
                desks(now),
                groups.stream().collect(toMap(StaffGroup::id, StaffGroup::label, (a, b) -> a)),
                orders.counts(start, end),
                usual(start, now),
                orders.paces(start, end),
                money.sums(start, end),
                tasks.countByStaff(start, end),
                List.of(),
                heat.processes());
        return new All(board, figures);
    }

    /** Every desk, also one without a task. */
    private List<OpenWork.Desk> desks(Instant now) {
        var busy = work.desks(now).stream().collect(toMap(OpenWork.Desk::desk, desk -> desk));
        var desks = new ArrayList<OpenWork.Desk>();
        groups.stream()
                .map(StaffGroup::id)
                .distinct()
                .filter(id -> !id.equals(StaffGroup.ADMINISTRATORS.id()))
                .sorted()
                .forEach(id -> {
                    var desk = busy.remove(id);
                    desks.add(desk == null ? new OpenWork.Desk(id, 0, 0, 0, null) : desk);
                });
        // A group of an earlier release, in which tasks were left.
        desks.addAll(busy.values());
        return desks;
    }

    private OrderDay.Counts usual(Instant start, Instant now) {
        var placed = 0L;
        var happened = new HashMap<OrderDay.Happening, Long>();
        for (int week = 1; week <= USUAL_WEEKS; week++) {
            var before = Duration.ofDays(7L * week);
            var then = orders.counts(start.minus(before), now.minus(before));
            placed += then.placed();
            then.happened().forEach((one, count) -> happened.merge(one, count, Long::sum));
        }
        return new OrderDay.Counts(placed, happened);
    }

    private record All(Board board, Map<BoardFigures, List<BoardFigures.Figure>> figures) {
        /** Roughly what was read for it. */
        long rows() {
            return board.desks().stream().mapToLong(OpenWork.Desk::open).sum()
                    + board.processes().stream()
                            .mapToLong(ProcessHeat.Heated::waiting)
                            .sum()
                    + rows(board.counts())
                    + rows(board.usual());
        }

        private static long rows(OrderDay.@Nullable Counts counts) {
            return counts == null
                    ? 0
                    : counts.placed()
                            + counts.happened().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
        }
    }
}
