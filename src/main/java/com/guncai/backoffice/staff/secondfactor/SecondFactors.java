package com.guncai.backoffice.staff.secondfactor;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.staff.StaffDisabled;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Who has which second factor. A code counts once; after five wrong ones nobody tries for five minutes, which only who knows the
 * password can bring about. Each try is taken before it is looked at, so that many at once are not more than five.
 */
@Service
@WhenSecondFactorIsRequired
class SecondFactors {
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;
    private final IdentityService identity;
    private final SecondFactorProperties properties;
    private final Clock clock;

    SecondFactors(
            JdbcTemplate jdbc,
            PersonalDataCipher personalData,
            IdentityService identity,
            SecondFactorProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.identity = identity;
        this.properties = properties;
        this.clock = clock;
    }

    boolean isAskedOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .anyMatch(group -> properties.groups().contains(group.getId()));
    }

    /** {@code null} when the user has none yet. */
    @Nullable
    Instant enrolledAt(String user) {
        var factor = find(user);
        return factor == null ? null : factor.enrolledAt;
    }

    /** @throws ProblemException when the code is not one of the secret, or the user has a factor already */
    void enrol(String user, String secret, String code) {
        var now = clock.instant();
        var step = OneTimeCodes.step(secret, code.strip(), now);
        if (step.isEmpty()) {
            throw wrong();
        }
        try {
            jdbc.update(
                    "insert into second_factor (user_id, secret, enrolled_at, last_step, tries) values (?, ?, ?, ?, 0)",
                    user,
                    personalData.convertToDatabaseColumn(secret),
                    Timestamp.from(BusinessTime.now(clock)),
                    step.getAsLong());
        } catch (DuplicateKeyException already) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "这个账号已经绑定过验证器，请刷新页面");
        }
    }

    /** @throws ProblemException when the code is wrong, was used before, or too many were wrong */
    void check(String user, String code) {
        var factor = find(user);
        if (factor == null) {
            throw wrong();
        }
        var now = clock.instant();
        takeATry(user, now);
        var secret = Objects.requireNonNull(personalData.convertToEntityAttribute(factor.secret));
        var step = OneTimeCodes.step(secret, code.strip(), now);
        if (step.isEmpty()
                || jdbc.update(
                                "update second_factor set last_step = ?, tries = 0, blocked_until = null where user_id = ? and last_step < ?",
                                step.getAsLong(),
                                user,
                                step.getAsLong())
                        == 0) {
            throw wrong();
        }
    }

    private void takeATry(String user, Instant now) {
        jdbc.update(
                "update second_factor set tries = 0, blocked_until = null where user_id = ? and blocked_until <= ?",
                user,
                Timestamp.from(now));
        if (jdbc.update("update second_factor set tries = tries + 1 where user_id = ? and tries < ?", user, TRIES)
                == 0) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    ProblemCode.TOO_MANY_REQUESTS,
                    "验证码错误次数太多，请 " + PAUSE.toMinutes() + " 分钟后再试");
        }
        jdbc.update(
                "update second_factor set blocked_until = ? where user_id = ? and tries >= ? and blocked_until is null",
                Timestamp.from(now.plus(PAUSE)),
                user,
                TRIES);
    }

    /** Whoever lost the phone enrols anew at the next sign-in; programs get no further either. */
    void remove(String user) {
        jdbc.update("delete from second_factor where user_id = ?", user);
    }

    /** Programs sign in without the password of the engine. */
    @EventListener
    void on(StaffDisabled disabled) {
        remove(disabled.user());
    }

    List<Enrolled> all() {
        return jdbc.query(
                "select user_id, enrolled_at, program_password from second_factor order by user_id",
                (row, n) -> new Enrolled(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3) != null));
    }

    /** Shown once; the one before is void. */
    String newProgramPassword(String user) {
        var password = OneTimeCodes.newSecret();
        jdbc.update(
                "update second_factor set program_password = ? where user_id = ?", personalData.digest(password), user);
        return password;
    }

    boolean isProgramPassword(String user, String password) {
        var factor = find(user);
        return factor != null
                && factor.programPassword != null
                && MessageDigest.isEqual(
                        factor.programPassword.getBytes(StandardCharsets.US_ASCII),
                        personalData.digest(password).getBytes(StandardCharsets.US_ASCII));
    }

    private @Nullable Factor find(String user) {
        return jdbc
                .query(
                        "select secret, enrolled_at, program_password from second_factor where user_id = ?",
                        SecondFactors::factor,
                        user)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Factor factor(ResultSet row, int n) throws SQLException {
        return new Factor(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3));
    }

    private static ProblemException wrong() {
        return ProblemException.invalid(ProblemCode.REQUEST_INVALID, "验证码不对，或已经用过。请等验证器显示下一个再输入");
    }

    record Enrolled(String user, Instant at, boolean programs) {}

    private record Factor(String secret, Instant enrolledAt, @Nullable String programPassword) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
