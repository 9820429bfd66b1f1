package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How pages write times, sums and people. */
@Component
public class StaffNames {
    private final StaffDirectory staff;

    StaffNames(StaffDirectory staff) {
        this.staff = staff;
    }

    /** A colleague by name; who is none, a customer for one, as it is written. */
    public String who(@Nullable String user) {
        return staff.name(user);
    }

    public String time(@Nullable Instant instant) {
        return instant == null ? "" : BusinessTime.text(instant);
    }

    public String yuan(long fen) {
        return Money.yuan(fen);
    }
}
