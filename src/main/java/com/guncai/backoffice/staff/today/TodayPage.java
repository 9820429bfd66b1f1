package com.guncai.backoffice.staff.today;

import com.guncai.backoffice.order.OrderDay;
import com.guncai.backoffice.order.OrderDay.Counts;
import com.guncai.backoffice.order.OrderDay.Happening;
import com.guncai.backoffice.process.ProcessHeat;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.StaffPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;

/** 今日: the board, which asks for itself again and again, and the picture of a process. */
@StaffPage
class TodayPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日 EEEE", Locale.CHINA);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Today today;
    private final ProcessHeat heat;
    private final Clock clock;

    TodayPage(Today today, ProcessHeat heat, Clock clock) {
        this.today = today;
        this.heat = heat;
        this.clock = clock;
    }

    /** A part of the page that asks for itself gets that part alone. */
    @GetMapping("/staff/today")
    String board(
            Authentication staff,
            Model model,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        var board = today.of(staff);
        model.addAttribute("board", board);
        model.addAttribute("day", DAY.format(board.day()));
        model.addAttribute(
                "weekday", DateTimeFormatter.ofPattern("EEEE", Locale.CHINA).format(board.day()));
        model.addAttribute("at", SECOND.format(BusinessTime.local(board.at())));
        model.addAttribute("orders", orders(board));
        model.addAttribute("words", this);
        return part == null ? "staff/today" : "staff/today :: board";
    }

    @GetMapping("/staff/today/processes/{key}")
    String process(@PathVariable String key, Model model) {
        model.addAttribute("process", known(key));
        model.addAttribute("steps", heat.steps(key, clock.instant()));
        model.addAttribute("words", this);
        return "staff/today-process";
    }

    @GetMapping("/staff/today/processes/{key}.svg")
    @ResponseBody
    ResponseEntity<String> picture(@PathVariable String key) {
        known(key);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml;charset=UTF-8"))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(heat.svg(key, heat.steps(key, clock.instant())));
    }

    private ProcessHeat.Heated known(String key) {
        var process = heat.process(key);
        if (process == null) {
            throw ProblemException.notFound(ProblemCode.MODEL_NOT_FOUND, "没有这张流程图");
        }
        return process;
    }

    private static List<Line> orders(Board board) {
        var lines = new ArrayList<Line>();
        Counts counts = board.counts();
        Counts usual = board.usual();
        if (counts == null || usual == null) {
            return lines;
        }
        var days = "from=" + board.day() + "&to=" + board.day();
        lines.add(new Line("下单", counts.placed(), mean(usual.placed()), "/staff/orders?" + days));
        for (var one : Happening.values()) {
            lines.add(new Line(
                    one.label(), counts.of(one), mean(usual.of(one)), "/staff/orders?happened=" + one + "&" + days));
        }
        return lines;
    }

    private static String mean(long sum) {
        var tenths = Math.round(10.0 * sum / Today.USUAL_WEEKS);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    public String yuan(long fen) {
        return Money.signedYuan(fen);
    }

    public String label(Board board, String desk) {
        return board.labels().getOrDefault(desk, desk);
    }

    /** How long somebody waits already. */
    public String since(@Nullable Instant begin, Board board) {
        return begin == null ? "" : took(Duration.between(begin, board.at()));
    }

    public String pace(OrderDay.Pace pace) {
        return pace.completion() ? "完成" : "接单";
    }

    /** For people, in its two largest units. */
    public String took(@Nullable Duration time) {
        if (time == null) {
            return "—";
        }
        if (time.toMinutes() < 1) {
            return "不到 1 分钟";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " 分钟";
        }
        return time.toDays() < 1
                ? "%d 小时 %d 分".formatted(time.toHours(), time.toMinutesPart())
                : "%d 天 %d 小时".formatted(time.toDays(), time.toHoursPart());
    }

    /** A figure of orders beside what it usually is by now. */
    record Line(String label, long count, String usual, String path) {}
}
