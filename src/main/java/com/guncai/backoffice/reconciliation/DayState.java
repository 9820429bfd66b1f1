package com.guncai.backoffice.reconciliation;

import java.util.Collection;
import java.util.Comparator;

/** How a day stands: as the least finished of what tells of it. */
enum DayState {
    OPEN("有差异", "bad"),
    WAITING("还没对", "wait"),
    RESOLVED("已处理", ""),
    CLEAN("一致", "good"),
    /** Nothing tells of it. */
    NONE("", "");

    private final String label;
    private final String look;

    DayState(String label, String look) {
        this.label = label;
        this.look = look;
    }

    static DayState of(Collection<Reconciliation> of) {
        return of.stream()
                .map(each -> valueOf(each.state().name()))
                .min(Comparator.naturalOrder())
                .orElse(NONE);
    }

    /** The Chinese name, fit to show. */
    public String label() {
        return label;
    }

    /** Of the badge that shows it. */
    public String look() {
        return look;
    }
}
