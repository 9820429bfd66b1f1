package com.guncai.backoffice.spreadsheet;

import static com.guncai.backoffice.spreadsheet.SheetFiles.COLUMNS;
import static com.guncai.backoffice.spreadsheet.SheetFiles.read;
import static com.guncai.backoffice.spreadsheet.SheetFiles.refused;
import static com.guncai.backoffice.spreadsheet.SheetFiles.row;
import static com.guncai.backoffice.spreadsheet.SheetFiles.text;
import static com.guncai.backoffice.spreadsheet.SheetFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

/** Which column, which sheet and which rows of a file are read, and what is said of the others. */
class SheetFactsTest {
    @Test
    void theExactHeaderWinsOverAnotherWordForIt() {
        assertThat(read(text("业务员,手机,手机号\n甲,13900000000,13800000000"))).containsExactly("2: 13800000000 ");
        assertThat(read(text("手机号（备用）,手机号（必填）*\n13900000000,13800000000"))).containsExactly("2: 13800000000 ");
    }

    @Test
    void twoColumnsThatCouldBeMeantAreRefusedAndNamed() throws IOException {
        var words = new Columns(Set.of("手机号"), Map.of("手机号", List.of("手机", "联系电话")));
        var file = Sheet.of(text("业务员,联系电话,客户,手机\n甲,1,乙,2"));

        assertThatThrownBy(() -> file.check(words))
                .hasMessageContaining("有 2 列都可能是“手机号”：“联系电话”（B 列）、“手机”（D 列）。请把要用的一列改名为“手机号”");
        refused(text("手机号,手机号\n1,2"), "“手机号”（A 列）、“手机号”（B 列）");
        refused(text("手机号（业务员）,手机号（客户）\n1,2"), "“手机号（业务员）”（A 列）、“手机号（客户）”（B 列）");
        refused(text("手机号,数量,数量\n1,2,3"), "都可能是“数量”");
    }

    @Test
    void whatAProgramExportsMayHaveSeveral() {
        var columns = new Columns(Set.of("单号"), Map.of("单号", List.of("交易号", "流水号")), 40);
        var cells = new ArrayList<String>();

        Sheet.of(text("流水号,交易号\n1,2"))
                .read(columns, 10, (number, row) -> cells.add(row.get("单号").text()));

        assertThat(cells).containsExactly("1");
    }

    @Test
    void theFirstVisibleSheetIsReadAndTheOthersAreNamed() throws IOException {
        var file = workbook(sheet -> {
            var workbook = sheet.getWorkbook();
            row(sheet, 0, "手机号");
            row(sheet, 1, "13700000000");
            workbook.setSheetHidden(0, true);
            var seen = workbook.createSheet("十一月");
            row(seen, 0, "手机号");
            row(seen, 1, "13800000000");
            row(workbook.createSheet("第二批"), 0, "13900000000");
            workbook.createSheet("Sheet3");
            row(workbook.createSheet("填写说明"), 0, "不读");
            workbook.setActiveSheet(1);
        });
        var facts = Sheet.of(file).read(COLUMNS, 10, (number, row) -> true);

        assertThat(read(file)).containsExactly("2: 13800000000 ");
        assertThat(facts.furtherSheets()).containsExactly("第二批");
        assertThat(facts.hiddenSheets()).containsExactly("名单");
        assertThat(facts.columns()).containsEntry("手机号", "“手机号”（A 列）");
    }

    /** A title across all columns, and a header of two rows in height. */
    @Test
    void mergedCellsAboveTheRowsAreNoMatter() throws IOException {
        var file = workbook(sheet -> {
            row(sheet, 0, "人保十一月名单");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            row(sheet, 1, "序号", "联系方式", "", "数量");
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
            row(sheet, 2, "", "座机", "手机号", "");
            row(sheet, 3, "1", "0771-1234567", "13800000000", "2");
        });

        assertThat(read(file)).containsExactly("4: 13800000000 ");
    }

    @Test
    void rowsThatAFilterHidesAreReadAndCounted() throws IOException {
        var file = workbook(sheet -> {
            row(sheet, 0, "手机号");
            for (int i = 1; i < 10; i++) {
                row(sheet, i, "1380000000" + i);
                sheet.getRow(i).setZeroHeight(i > 2);
            }
        });

        var facts = Sheet.of(file).read(COLUMNS, 10, (number, row) -> true);

        assertThat(read(file)).hasSize(9);
        assertThat(facts.hiddenRowCount()).isEqualTo(7);
        assertThat(facts.hiddenRows()).containsExactly(4, 5, 6, 7, 8);
    }
}
