package com.guncai.backoffice.notification;

import com.guncai.backoffice.process.BoardFigures;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** How many messages of today did not get through. */
@Component
class MessageFigures implements BoardFigures {
    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    MessageFigures(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public Set<String> groups() {
        return Set.of(StaffGroup.MANAGERS.id());
    }

    @Override
    public List<Figure> figures() {
        var today = BusinessTime.startOf(BusinessTime.today(clock)).atOffset(ZoneOffset.UTC);
        // A customer who does not take WeChat messages gets an SMS instead: that is no failure.
        var failed = jdbc.queryForObject(
                """
                select count(*) from message
                where updated_at >= :today and (status in ('FAILED', 'UNKNOWN') or (status = 'REFUSED' and channel = 'SMS'))""",
                Map.of("today", today),
                Long.class);
        var count = failed == null ? 0 : failed;
        return List.of(new Figure("消息未送达", Long.toString(count), "今天，短信和微信", Tone.ofTrouble(count), null));
    }
}
