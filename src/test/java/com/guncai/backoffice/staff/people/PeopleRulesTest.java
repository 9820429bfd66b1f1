package com.guncai.backoffice.staff.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.process.StaffPasswordPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed on the page 员工. */
class PeopleRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @ParameterizedTest
    @CsvSource({
        "2026-11-29, 2026-12-05, 代班不能从过去的日子开始",
        "2026-12-05, 2026-12-04, 最后一天不能早于第一天",
        "2026-12-01, 2027-12-03, 代班最长一年",
        ", 2026-12-04, 请填写代班从哪天到哪天",
        "2026-12-04, , 请填写代班从哪天到哪天"
    })
    void aPeriodThatCannotBeMeantIsRefused(LocalDate from, LocalDate until, String why) {
        assertThatThrownBy(() -> new StandInPeriod(from, until).check(TODAY)).hasMessageContaining(why);
    }

    @Test
    void aPeriodLastsToTheEndOfItsLastDay() {
        var period = new StandInPeriod(TODAY, TODAY);
        period.check(TODAY);

        assertThat(period.start()).isEqualTo(Instant.parse("2026-11-29T16:00:00Z"));
        assertThat(period.end()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
        var next = new StandIns.StandIn(
                1, "x", "flower-desk", period.end(), period.end().plusSeconds(9), false);
        assertThat(period.overlaps(next)).as("the day after").isFalse();
        assertThat(new StandInPeriod(TODAY, TODAY.plusDays(1)).overlaps(next)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Wang", "王芳", "wang fang", "wang.fang", "1wang", "camunda-admin"})
    void anIdThatTheEngineDoesNotKnowIsRefused(String id) {
        assertThatThrownBy(() -> new NewPerson(id, "王芳", List.of()).checkedId()).hasMessageContaining("账号须为");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<b>王</b>", "一二三四五六七八九十一二三四五六七八九十一"})
    void aNameIsAName(String name) {
        assertThatThrownBy(() -> new NewPerson("wangfang", name, List.of()).checkedName())
                .hasMessageContaining("姓名");
        assertThatCode(() -> new NewPerson("wangfang", "阿卜杜拉·买买提", null).checkedName())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Aa1!Aa1!Aa1, false",
        "Aa1!Aa1!Aa1!, true",
        "aa1!aa1!aa1!, false",
        "AA1!AA1!AA1!, false",
        "Aaa!Aaa!Aaa!, false",
        "Aa11Aa11Aa11, false",
        "Aa1!wangfang1, false"
    })
    void aPasswordHasTwelveCharactersOfFourKindsAndNotTheName(String password, boolean taken) {
        var user = new UserEntity("wangfang");
        user.setLastName("王芳");

        assertThat(new StaffPasswordPolicy().getRules().stream().allMatch(rule -> holds(rule, password, user)))
                .isEqualTo(taken);
    }

    private static boolean holds(PasswordPolicyRule rule, String password, UserEntity user) {
        return rule.execute(password, user);
    }
}
