package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How pages write times and sums. */
@Component
public class StaffNames {
    public String time(@Nullable Instant instant) {
        return instant == null ? "" : BusinessTime.text(instant);
    }

    public String yuan(long fen) {
        return Money.yuan(fen);
    }
}
