package com.guncai.backoffice.settlement;

import com.guncai.backoffice.process.BoardFigures;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How much of the year's ceiling is used. */
@Component
class CeilingFigures implements BoardFigures {
    private final Ceiling ceiling;

    CeilingFigures(Ceiling ceiling) {
        this.ceiling = ceiling;
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public Set<String> groups() {
        return Set.of(StaffGroup.MANAGERS.id(), "finance");
    }

    @Override
    public List<Figure> figures() {
        var use = ceiling.use();
        var percent = use.usedPercent();
        var tone = percent >= Ceiling.ALARMS.get(1)
                ? Tone.ALARM
                : percent >= Ceiling.ALARMS.get(0) ? Tone.WATCH : Tone.PLAIN;
        return List.of(new Figure(
                "人保年度上限已用",
                percent + "%",
                "%s，预计全年 %s".formatted(Money.yuan(use.usedFen()), Money.yuan(use.forecastFen())),
                tone,
                "/staff/money/statements"));
    }
}
