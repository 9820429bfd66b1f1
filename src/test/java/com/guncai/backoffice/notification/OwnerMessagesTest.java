package com.guncai.backoffice.notification;

import static com.guncai.backoffice.notification.NotificationSlice.FIRST;
import static com.guncai.backoffice.notification.NotificationSlice.SECOND;
import static com.guncai.backoffice.notification.NotificationSlice.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.notification.SmsSender.Outcome;
import com.guncai.backoffice.notification.SmsSender.Trace;
import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Three owners, told two at a time. */
class OwnerMessagesTest extends NotificationTest {
    @Autowired
    OwnerMessages owners;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PersonalDataCipher personalData;

    @BeforeEach
    void aBatchForThree() {
        jdbc.update(
                """
                insert into coupon_batch (case_no, kind, product_id, file_name, state, started_by, started_at, rows_read,
                    good, bad, discarded, coupons, version)
                values (?, 'ISSUE', 'fuel-50', 'x.csv', 'DONE', 'coupon', now(), 3, 3, 0, 0, 3, 0)""",
                orderNo);
        for (var phone : List.of(FIRST, SECOND, THIRD)) {
            jdbc.update(
                    """
                    insert into coupon_batch_row (case_no, row_no, content, digest, shown, quantity, outcome, reason)
                    values (?, ?, ?, ?, '', 1, 'GOOD', '')""",
                    orderNo,
                    List.of(FIRST, SECOND, THIRD).indexOf(phone) + 2,
                    personalData.convertToDatabaseColumn(phone),
                    phone);
        }
    }

    @Test
    void everybodyIsToldOnceAndForgotten() {
        assertThat(owners.tell(orderNo)).isFalse();
        assertThat(owners.tell(orderNo)).isTrue();
        assertThat(owners.tell(orderNo)).isTrue();

        assertThat(sms.phones()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(told()).containsExactly("SENT", "SENT", "SENT");
        assertThat(jdbc.queryForObject(
                        "select count(content) from coupon_batch_row where case_no = ?", Long.class, orderNo))
                .as("numbers that are kept")
                .isZero();
    }

    @Test
    void whoCannotBeReachedNowComesAfterTheOthers() {
        sms.answers(new Outcome.TryLater("isv.BUSINESS_LIMIT_CONTROL"));

        assertThat(owners.tell(orderNo)).isFalse();
        assertThat(owners.tell(orderNo)).isTrue();

        assertThat(sms.phones()).containsExactly(FIRST, SECOND, THIRD, FIRST);
    }

    @Test
    void aNumberThatIsRefusedKeepsNobodyWaiting() {
        sms.answers(new Outcome.Refused("isv.MOBILE_NUMBER_ILLEGAL"));

        owners.tell(orderNo);
        assertThat(owners.tell(orderNo)).isTrue();

        assertThat(sms.phones()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(told()).containsExactly("isv.MOBILE_NUMBER_ILLEGAL", "SENT", "SENT");
    }

    /** Otherwise a template that is not approved would use up a hundred thousand owners in a night. */
    @Test
    void aMessageThatIsRefusedWaitsForPeople() {
        sms.answers(new Outcome.Refused("isv.SMS_TEMPLATE_ILLEGAL"));

        assertThatThrownBy(() -> owners.tell(orderNo))
                .isInstanceOf(NonRetryableException.class)
                .hasMessageContaining("isv.SMS_TEMPLATE_ILLEGAL");
        assertThat(told()).containsOnlyNulls();

        owners.tell(orderNo);
        assertThat(owners.tell(orderNo)).isTrue();
        assertThat(sms.phones()).containsExactly(FIRST, FIRST, SECOND, THIRD);
    }

    @Test
    void aRefusalThatNobodyKnowsKeepsNobodyWaiting() {
        sms.answers(new Outcome.Refused("isv.NEVER_HEARD_OF"));

        owners.tell(orderNo);
        owners.tell(orderNo);

        assertThat(sms.phones()).containsExactly(FIRST, SECOND, THIRD, FIRST);
    }

    @Test
    void aRefusalThatEverybodyMeetsWaitsForPeople() {
        var refusal = new Outcome.Refused("isv.NEVER_HEARD_OF");
        sms.answers(refusal, refusal);

        assertThatThrownBy(() -> owners.tell(orderNo))
                .isInstanceOf(NonRetryableException.class)
                .hasMessageContaining("isv.NEVER_HEARD_OF");
        assertThat(told()).containsOnlyNulls();
    }

    @Test
    void aBatchThatNobodyIssuedIsNotTold() {
        jdbc.update("update coupon_batch set state = 'READY' where case_no = ?", orderNo);

        assertThat(owners.tell(orderNo)).isTrue();

        assertThat(sms.phones()).isEmpty();
    }

    @Test
    void anAccountThatIsTooFastAsksNoFurther() {
        sms.answers(new Outcome.TryLater("Throttling.User"));

        assertThatThrownBy(() -> owners.tell(orderNo))
                .isInstanceOf(MessageDelayedException.class)
                .hasMessageContaining("Throttling.User");

        assertThat(sms.phones()).containsExactly(FIRST);
        owners.tell(orderNo);
        assertThat(sms.phones()).as("it was nobody's fault").containsExactly(FIRST, FIRST, SECOND);
    }

    @Test
    void whoIsNeverReachedIsGivenUp() {
        owners.tell(orderNo);
        for (int round = 1; round < OwnerMessages.TRIES; round++) {
            sms.answers(new Outcome.TryLater("isv.BUSINESS_LIMIT_CONTROL"));
            assertThatThrownBy(() -> owners.tell(orderNo)).isInstanceOf(MessageDelayedException.class);
        }
        sms.answers(new Outcome.TryLater("isv.BUSINESS_LIMIT_CONTROL"));

        assertThat(owners.tell(orderNo)).isTrue();

        assertThat(told()).containsExactly("SENT", "SENT", "isv.BUSINESS_LIMIT_CONTROL");
    }

    @Test
    void aRoundThatBreaksOffTellsNobodyTwice() {
        sms.dies();
        assertThatThrownBy(() -> owners.tell(orderNo)).hasMessage("the node goes down");
        sms.finds(new Trace.Delivered());

        owners.tell(orderNo);
        assertThat(owners.tell(orderNo)).isTrue();

        assertThat(sms.phones()).containsExactly(FIRST, SECOND, THIRD);
    }

    private List<String> told() {
        return jdbc.queryForList(
                "select told from coupon_batch_row where case_no = ? order by row_no", String.class, orderNo);
    }
}
