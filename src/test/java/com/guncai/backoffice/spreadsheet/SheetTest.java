package com.guncai.backoffice.spreadsheet;

import static com.guncai.backoffice.spreadsheet.SheetFiles.COLUMNS;
import static com.guncai.backoffice.spreadsheet.SheetFiles.parts;
import static com.guncai.backoffice.spreadsheet.SheetFiles.read;
import static com.guncai.backoffice.spreadsheet.SheetFiles.refused;
import static com.guncai.backoffice.spreadsheet.SheetFiles.row;
import static com.guncai.backoffice.spreadsheet.SheetFiles.text;
import static com.guncai.backoffice.spreadsheet.SheetFiles.workbook;
import static com.guncai.backoffice.spreadsheet.SheetFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people and their programs make them. */
class SheetTest {
    @Test
    void aWorkbookIsReadRowByRow() throws IOException {
        var file = workbook(sheet -> {
            row(sheet, 0, "手机号", "数量");
            row(sheet, 1, "13800000000", "2");
            row(sheet, 3, "13900000000", "1");
        });

        assertThat(read(file)).containsExactly("2: 13800000000 2", "4: 13900000000 1");
    }

    @Test
    void aTitleAboveOtherColumnsAndAnnotatedHeadersAreNoMatter() throws IOException {
        var file = workbook(sheet -> {
            row(sheet, 0, "人保 11 月名单");
            row(sheet, 2, "序号", "数量", "手机号（必填）*");
            row(sheet, 3, "1", "2", "13800000000");
        });

        assertThat(read(file)).containsExactly("4: 13800000000 2");
    }

    @ParameterizedTest
    @ValueSource(shorts = {14, 22, 31, 57})
    void numbersComeInFullAndDatesAsDatesAlsoInChineseFormats(short format) throws IOException {
        var cells = new ArrayList<Cell>();
        var file = workbook(sheet -> {
            row(sheet, 0, "手机号", "有效期至");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue(13800000000d);
            var date = row.createCell(1);
            date.setCellValue(LocalDate.of(2027, 2, 28));
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(format);
            date.setCellStyle(style);
        });

        Sheet.of(file).read(COLUMNS, 100, (number, row) -> cells.addAll(List.of(row.get("手机号"), row.get("有效期至"))));

        assertThat(cells.get(0)).isEqualTo(new Cell("13800000000", true, null, false));
        assertThat(cells.get(1).date()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void aFormulaIsMarkedAsOne() throws IOException {
        var formulas = new ArrayList<Boolean>();
        var file = workbook(sheet -> {
            row(sheet, 0, "手机号");
            sheet.createRow(1).createCell(0).setCellFormula("HYPERLINK(\"http://x\",\"y\")");
        });

        Sheet.of(file)
                .read(COLUMNS, 100, (number, row) -> formulas.add(row.get("手机号").formula()));

        assertThat(formulas).containsOnly(true);
    }

    /** As programs write workbooks that no spreadsheet has opened yet. */
    @Test
    void aFormulaWithoutAResultIsOneCellOfMany() throws IOException {
        var parts = parts(workbook(sheet -> {
            row(sheet, 0, "手机号", "数量");
            row(sheet, 1, "13800000001", "1");
            sheet.getRow(1).getCell(1).setCellFormula("1+1");
            row(sheet, 2, "13800000002", "2");
        }));
        var name = "xl/worksheets/sheet1.xml";
        var sheet = new String(parts.get(name), StandardCharsets.UTF_8)
                .replaceAll("<c [^>]*><f>1\\+1</f>(<v[^>]*>[^<]*</v>|<v/>)?</c>", "<c r=\"B2\"><f>1+1</f><v></v></c>");
        assertThat(sheet).contains("<f>1+1</f><v></v>");
        parts.put(name, sheet.getBytes(StandardCharsets.UTF_8));

        assertThat(read(zip(parts))).containsExactly("2: 13800000001 ", "3: 13800000002 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void textIsReadInTheCharactersThatItWasSavedIn(String charset) {
        var mark = charset.startsWith("UTF") ? "\uFEFF" : "";
        var file = (mark + "手机号,数量\r\n13800000000,2\r\n\r\n\"139 0000 0000\",1\r\n").getBytes(Charset.forName(charset));

        assertThat(read(file)).containsExactly("2: 13800000000 2", "4: 139 0000 0000 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";"})
    void columnsAreToldApartByWhateverIsBetweenThem(String between) {
        var file = text(String.join(between, "手机号", "数量") + "\n" + String.join(between, "13800000000", "2"));

        assertThat(read(file)).containsExactly("2: 13800000000 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void semicolonsAreSeenInAllCharacters(String charset) {
        var mark = charset.startsWith("UTF") ? "\uFEFF" : "";
        var file = (mark + "手机号;数量;备注\r\n=\"13800000000\";2;甲,乙\r\n").getBytes(Charset.forName(charset));

        assertThat(read(file)).containsExactly("2: 13800000000 2");
    }

    @Test
    void aTextThatLooksLikeAFormulaSoThatNobodyCountsWithItIsText() throws IOException {
        assertThat(read(text("手机号,数量\n=\"13800000000\",2\n\"=\"\"13900000000\"\"\",1")))
                .containsExactly("2: 13800000000 2", "3: 13900000000 1");
        var cells = new ArrayList<Cell>();
        var file = workbook(sheet -> {
            row(sheet, 0, "手机号");
            sheet.createRow(1).createCell(0).setCellFormula("\"13800000000\"");
            sheet.createRow(2).createCell(0).setCellFormula("\"138\"&\"00000000\"");
        });

        Sheet.of(file).read(COLUMNS, 10, (number, row) -> cells.add(row.get("手机号")));

        assertThat(cells.get(0)).isEqualTo(Cell.text("13800000000"));
        assertThat(cells.get(1).formula()).isTrue();
    }

    @Test
    void aSemicolonIsSeenAmongRemarksFullOfCommas() {
        assertThat(read(text("手机号;数量;备注\n13800000000;2;甲,乙,丙,丁\n13900000000;1;戊,己,庚")))
                .containsExactly("2: 13800000000 2", "3: 13900000000 1");
        assertThat(read(text("sep=;\n手机号;数量\n13800000000;2"))).containsExactly("3: 13800000000 2");
    }

    @Test
    void aFileWithoutTheColumnIsRefused() throws IOException {
        refused(text("姓名,地址\n甲,南宁"), "没有找到“手机号”这一列");
        refused(workbook(sheet -> row(sheet, 0, "姓名")), "没有找到“手机号”这一列");
        refused(workbook(sheet -> {}), "没有找到“手机号”这一列");
    }

    @Test
    void moreRowsThanAllowedAreRefused() {
        var file = text("手机号\n" + "13800000000\n".repeat(120));

        assertThatThrownBy(() -> Sheet.of(file).read(COLUMNS, 100, (number, row) -> true))
                .hasMessageContaining("超过 100 行");
    }

    @Test
    void whatIsWrittenNeverComputes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook("明细", List.of("内容"))) {
            workbook.row(List.of("=HYPERLINK(\"http://x\")"));
            workbook.row(List.of("+1+1"));
            workbook.row(List.of("@SUM(A1)"));
            workbook.writeTo(bytes);
        }

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        if (row.getRowNum() > 0) {
                            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                        }
                    }));
        }
    }
}
