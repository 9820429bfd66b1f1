package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who paid for codes: only what the company bought is settled with PICC. */
enum BoughtBy {
    COMPANY("滚财", Set.of("COMPANY", "GUNCAI", "滚财", "十全", "十全车服", "公司")),
    PICC("人保", Set.of("PICC", "人保", "广西人保"));

    private final String label;
    private final Set<String> names;

    BoughtBy(String label, Set<String> names) {
        this.label = label;
        this.names = names;
    }

    /** @throws ProblemException {@code BOUGHT_BY_INVALID} */
    static BoughtBy entered(@Nullable Object entered) {
        var name = String.valueOf(entered).strip().toUpperCase(Locale.ROOT);
        for (var each : values()) {
            if (each.names.contains(name)) {
                return each;
            }
        }
        throw ProblemException.invalid(ProblemCode.BOUGHT_BY_INVALID, "请选择由谁购买：滚财或人保");
    }

    String label() {
        return label;
    }
}
