package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coupons that nobody used and that expire within {@value #DAYS} days, and whose owners have not been told. The owner of an issued
 * coupon is known once the phone number is bound: until then its number is kept nowhere.
 */
@Service
public class ExpiringCoupons {
    static final int DAYS = 7;

    private static final String OF_AN_OWNER =
            """
            select c.id, c.name, c.valid_until, u.phone from coupon c join customer u on %s
            where c.status = 'ISSUED' and c.expiry_told_at is null and c.valid_until > ? and c.valid_until <= ?
              and u.phone is not null""";

    private static final String NEXT = OF_AN_OWNER.formatted("u.id = c.customer_id") + " union all "
            + OF_AN_OWNER.formatted("u.phone_digest = c.phone_digest") + " order by 3, 4, 2, 1 limit ";

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;
    private final Clock clock;

    ExpiringCoupons(JdbcTemplate jdbc, PersonalDataCipher personalData, Clock clock) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** The next of whom at most so many coupons are looked at, those that expire first; each owner, kind and day once. */
    @Transactional(readOnly = true)
    public List<Reminder> untold(int most) {
        var from = Timestamp.from(clock.instant());
        var to = Timestamp.from(clock.instant().plus(Duration.ofDays(DAYS)));
        var byLine = new LinkedHashMap<Line, List<Long>>();
        for (var found : jdbc.query(NEXT + most, this::row, from, to, from, to)) {
            byLine.computeIfAbsent(found.line(), line -> new ArrayList<>()).add(found.id());
        }
        return byLine.entrySet().stream()
                .map(line -> new Reminder(
                        List.copyOf(line.getValue()),
                        line.getKey().phone(),
                        line.getKey().coupon(),
                        line.getKey().lastDay()))
                .toList();
    }

    /** Remembered whatever becomes of the caller's transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void told(Reminder reminder) {
        var now = Timestamp.from(BusinessTime.now(clock));
        jdbc.batchUpdate(
                "update coupon set expiry_told_at = ? where id = ? and expiry_told_at is null",
                reminder.coupons(),
                100,
                (statement, coupon) -> {
                    statement.setTimestamp(1, now);
                    statement.setLong(2, coupon);
                });
    }

    private Row row(ResultSet found, int number) throws SQLException {
        return new Row(
                found.getLong(1),
                new Line(
                        Objects.requireNonNull(personalData.convertToEntityAttribute(found.getString(4))),
                        found.getString(2),
                        BusinessTime.local(found.getTimestamp(3).toInstant()).toLocalDate()));
    }

    private record Row(long id, Line line) {}

    private record Line(String phone, String coupon, LocalDate lastDay) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /**
     * @param coupons their ids, the smallest first
     * @param phone in full
     * @param coupon what they are called
     * @param lastDay of their validity
     */
    public record Reminder(List<Long> coupons, String phone, String coupon, LocalDate lastDay) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
