package com.guncai.backoffice.process;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What diagrams call as {@code ${deadline.…}}: due dates by the one clock. */
@Component("deadline")
public class Deadlines implements ModelBean {
    private final Clock clock;

    Deadlines(Clock clock) {
        this.clock = clock;
    }

    /** @param time from now on, ISO-8601 as timers have it: {@code PT30M} */
    public Date after(String time) {
        return Date.from(BusinessTime.now(clock).plus(Duration.parse(time)));
    }
}
