package com.guncai.backoffice.process.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.process.version.TableEdit.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How cells of a table stand in the fields of the page. */
class TableEditTest {
    private static final Column TEXT = new Column("任务", true, true);
    private static final Column NUMBER = new Column("分钟", false, false);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"Task_A\"', Task_A",
                "'\"A\",\"B\"', '\"A\",\"B\"'",
                "'', ''",
                "-, -",
                "'not(\"A\")', 'not(\"A\")'"
            })
    void aTextIsShownWithoutItsQuotesAndKeepsThem(String cell, String shown) {
        assertThat(TableEdit.shown(cell, TEXT)).isEqualTo(shown);
        assertThat(TableEdit.written(shown, TEXT)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"30", "'< 7'", "'[1..5]'"})
    void anythingElseStandsAsItIs(String cell) {
        assertThat(TableEdit.shown(cell, NUMBER)).isEqualTo(cell);
        assertThat(TableEdit.written(' ' + cell + ' ', NUMBER)).isEqualTo(cell);
    }
}
