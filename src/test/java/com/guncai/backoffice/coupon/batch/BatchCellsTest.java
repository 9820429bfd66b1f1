package com.guncai.backoffice.coupon.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.guncai.backoffice.coupon.batch.BatchRow.Outcome;
import com.guncai.backoffice.spreadsheet.Cell;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and spreadsheets make of phone numbers, dates and codes: recognised or refused, never guessed. */
class BatchCellsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                " 138 0000 0000 ",
                "138-0000-0000",
                "+8613800000000",
                "86 138 0000 0000",
                "１３８００００００００",
                "1.3800000000E+10",
                "138.0000.0000",
                "13800000000.0",
                "'13800000000"
            })
    void aPhoneNumberIsRecognisedHoweverItIsWritten(String written) throws InvalidCellException {
        assertThat(PhoneCell.read(text(written))).isEqualTo("13800000000");
    }

    @Test
    void aNumberInAWorkbookIsExact() throws InvalidCellException {
        assertThat(PhoneCell.read(new Cell("13812345678", true, null, false))).isEqualTo("13812345678");
    }

    /** As a CSV with 1.38E+10 becomes when it is opened and saved as a workbook. */
    @ParameterizedTest
    @ValueSource(strings = {"13800000000", "13812300000", "8613800000000"})
    void aNumberInAWorkbookThatMayHaveBeenRoundedIsRefused(String rounded) {
        assertThatThrownBy(() -> PhoneCell.read(new Cell(rounded, true, null, false)))
                .isInstanceOf(InvalidCellException.class)
                .hasMessageContaining("科学计数法");
    }

    @ParameterizedTest
    @CsvSource({
        "1.38E+10, 科学计数法",
        "1.381234E10, 科学计数法",
        "1.38e+010, 科学计数法",
        "1380000000, 不是 11 位",
        "1380000000.0, 小数点",
        "13800000000.5, 小数点",
        "138000000000, 不是 11 位",
        "23800000000, 不是 11 位",
        "1380000000O, 不是 11 位",
        "=138, 不是 11 位"
    })
    void whatWouldHaveToBeGuessedIsRefused(String written, String why) {
        assertThatThrownBy(() -> PhoneCell.read(text(written)))
                .isInstanceOf(InvalidCellException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedAtOnce() {
        var endless = "1." + "3".repeat(1_000_000) + "E+1";

        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> assertThatThrownBy(() -> PhoneCell.read(text(endless)))
                .hasMessage("不是 11 位手机号"));
    }

    @Test
    void aPhoneThatIsAFormulaOrADateIsRefused() {
        assertThatThrownBy(() -> PhoneCell.read(new Cell("13800000000", false, null, true)))
                .hasMessageContaining("公式");
        assertThatThrownBy(() -> PhoneCell.read(new Cell("", false, LocalDate.MAX, false)))
                .hasMessageContaining("日期");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-28", "2027/2/28", "2027.2.28", "2027年2月28日", "20270228", "2027-02-28 00:00:00"})
    void aDateCountsUntilItsLastSecond(String written) throws InvalidCellException {
        assertThat(DateCell.read(text(written))).isEqualTo(Instant.parse("2027-02-28T15:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-30", "28/2/2027", "明年", "2027", "46081"})
    void aDateThatIsNoneIsRefused(String written) {
        assertThatThrownBy(() -> DateCell.read(text(written))).isInstanceOf(InvalidCellException.class);
    }

    @Test
    void aCodeIsKeptAsItStandsAndShownMasked() {
        var row = code("ab Cd-1234 ", "2027-06-30", "30");

        assertThat(row.outcome()).isEqualTo(Outcome.GOOD);
        assertThat(row.content()).isEqualTo("abCd-1234");
        assertThat(row.shown()).isEqualTo("ab****34");
    }

    @Test
    void aCodeWithoutAValidityOrWithAnotherFaceIsRefused() {
        assertThat(code("ABCD1234", "", "30").reason()).isEqualTo("没有有效期至");
        assertThat(code("ABCD1234", "2026-11-25", "30").reason()).isEqualTo("已过期");
        assertThat(code("ABCD1234", "2027-06-30", "50 元").reason()).isEqualTo("面值不是 30 元");
        assertThat(code("", "2027-06-30", "30").reason()).isEqualTo("没有券码");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1+2", "+CMD|A0", "@SUM(1)", "-2+3+4", "<b>x</b>", "ABC", "兑换码一二三四"})
    void aCodeIsOfLettersAndDigits(String other) {
        assertThat(code(other, "2027-06-30", "30").reason()).isEqualTo("券码须为 4 到 64 位字母或数字");
    }

    @Test
    void aCodeWithLessThanAMonthLeftIsTakenAndDiscarded() {
        assertThat(code("ABCD1234", "2026-12-25", "30").outcome()).isEqualTo(Outcome.SHORT);
        assertThat(code("ABCD1234", "2026-12-25", "30").reason()).isEqualTo("有效期不足一个月，登记为弃票");
        assertThat(code("ABCD1234", "2026-12-26", "30").reason()).isEmpty();
        assertThat(code("ABCD1234", "2026-12-26", "30").outcome()).isEqualTo(Outcome.GOOD);
    }

    @Test
    void aCodeThatMayHaveLostDigitsIsRefused() {
        var spoiled = new Cell("12345678", true, null, false);

        assertThat(new CodeRows(3000, NOW)
                        .read(2, Map.of("券码", spoiled, "有效期至", text("2027-06-30")))
                        .reason())
                .contains("开头的 0 和 15 位以后的数字可能已丢失");
        assertThat(code("1.23457E+18", "2027-06-30", "").reason()).contains("末几位已丢失");
    }

    @Test
    void twoCodesThatDifferInCaseOnlyAreOne() {
        var rows = new CodeRows(3000, NOW);

        assertThat(rows.areCodes()).isTrue();
        assertThat(rows.identity("abCD")).isEqualTo(rows.identity("ABcd")).isNotEqualTo(rows.identity("ABCE"));
        assertThat(new PhoneRows(false, NOW).areCodes()).isFalse();
    }

    @Test
    void aQuantityIsAWholeNumberUpToAHundred() {
        var rows = new PhoneRows(false, NOW);
        assertThat(rows.read(2, phone("")).quantity()).isOne();
        assertThat(rows.read(2, phone("100")).quantity()).isEqualTo(100);
        for (var wrong : new String[] {"0", "101", "-1", "1.5", "两张"}) {
            assertThat(rows.read(2, phone(wrong)).reason()).as(wrong).contains("1 到 100");
        }
    }

    @Test
    void codesBringTheirOwnValidity() {
        var cells = Map.of("手机号", text("13800000000"), "有效期至", text("2027-06-30"));

        assertThat(new PhoneRows(true, NOW).read(2, cells).reason()).contains("自带有效期");
        assertThat(new PhoneRows(false, NOW).read(2, cells).validUntil())
                .isEqualTo(Instant.parse("2027-06-30T15:59:59Z"));
    }

    private static BatchRow code(String code, String until, String face) {
        return new CodeRows(3000, NOW).read(2, Map.of("券码", text(code), "有效期至", text(until), "面值", text(face)));
    }

    private static Map<String, Cell> phone(String quantity) {
        return Map.of("手机号", text("13800000000"), "数量", text(quantity));
    }

    private static Cell text(String text) {
        return new Cell(text.strip(), false, null, false);
    }
}
