package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.StaffPasswordPolicy;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which somebody sets the own password, once and within three days: no administrator ever knows one, and none has to be
 * changed. Only a digest is kept. A new link makes the one before void.
 */
@Service
@Transactional
class PasswordLinks {
    static final Duration VALID = Duration.ofDays(3);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int LONGEST = 200;

    private final JdbcTemplate jdbc;
    private final IdentityService identity;
    private final StaffPasswordPolicy policy;
    private final PeopleChanges changes;
    private final Clock clock;

    PasswordLinks(
            JdbcTemplate jdbc,
            IdentityService identity,
            StaffPasswordPolicy policy,
            PeopleChanges changes,
            Clock clock) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.policy = policy;
        this.changes = changes;
        this.clock = clock;
    }

    /** @return what the link ends with; shown once */
    String create(String user) {
        var secret = secret();
        jdbc.update(
                "update staff_account set link_digest = ?, link_until = ? where user_id = ?",
                digest(secret),
                Timestamp.from(BusinessTime.now(clock).plus(VALID)),
                user);
        return secret;
    }

    /** For an account whose owner has not set one yet, or may not sign in any more: nobody ever learns it. */
    String unknownPassword(User user) {
        var password = "aA1!" + secret();
        while (!identity.checkPasswordAgainstPolicy(policy, password, user).isValid()) {
            password = "aA1!" + secret();
        }
        return password;
    }

    /** Enough that nobody guesses it. */
    private static String secret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Sets the password of whom the link was made for. A password that is refused leaves the link as it was.
     *
     * @return the user's id
     * @throws ProblemException {@code REQUEST_INVALID} when the link is void, or the password is not what it has to be
     */
    String setPassword(String secret, String password) {
        var digest = digest(secret);
        var user = jdbc
                .queryForList(
                        "select user_id from staff_account where link_digest = ? and link_until > ? and disabled_at is null"
                                + " for update",
                        String.class,
                        digest,
                        Timestamp.from(BusinessTime.now(clock)))
                .stream()
                .map(id -> identity.createUserQuery().userId(id).singleResult())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(ProblemCode.REQUEST_INVALID, "这个链接已用过或已过期，请向系统管理员要一个新的"));
        if (password.length() > LONGEST
                || !identity.checkPasswordAgainstPolicy(policy, password, user).isValid()) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "密码不合要求：" + StaffPasswordPolicy.TEXT);
        }
        user.setPassword(password);
        identity.saveUser(user);
        identity.unlockUser(user.getId());
        forget(user.getId());
        changes.record(user.getId(), user.getId(), "用链接设置了密码");
        return user.getId();
    }

    void forget(String user) {
        jdbc.update("update staff_account set link_digest = null, link_until = null where user_id = ?", user);
    }

    private static String digest(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
