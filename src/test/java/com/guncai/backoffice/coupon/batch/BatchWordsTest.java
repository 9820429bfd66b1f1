package com.guncai.backoffice.coupon.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.shared.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who bought codes, however it is written, and how much of a row people see. */
class BatchWordsTest {

    @ParameterizedTest
    @CsvSource({"COMPANY, COMPANY, 滚财", "' 十全车服 ', COMPANY, 滚财", "picc, PICC, 人保", "广西人保, PICC, 人保"})
    void whoBoughtIsToldByItsNames(String written, BoughtBy who, String label) {
        assertThat(BoughtBy.entered(written)).isEqualTo(who);
        assertThat(who.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "平安"})
    void anybodyElseIsRefused(String written) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> BoughtBy.entered(written))
                        .code())
                .isEqualTo("BOUGHT_BY_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"ABCDEFYZ, AB****YZ", "ABCDEFG, ABC****", "ABCD, AB****", "A, ****", "'', ''"})
    void enoughIsShownToFindTheRowAndTooLittleToUseIt(String text, String shown) {
        assertThat(BatchRow.masked(text)).isEqualTo(shown);
    }
}
