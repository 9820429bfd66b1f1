package com.guncai.backoffice.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.shared.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people and their programs make them, and as somebody with bad intentions does. */
class SheetTest {
    private static final Columns COLUMNS =
            new Columns("手机号", Map.of("手机号", List.of("手机号", "手机"), "数量", List.of("数量"), "有效期至", List.of("有效期至")));

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

    @Test
    void aFileWithoutTheColumnIsRefused() throws IOException {
        refused(text("姓名,地址\n甲,南宁"), "没有找到“手机号”这一列");
        refused(workbook(sheet -> row(sheet, 0, "姓名")), "没有找到“手机号”这一列");
        refused(workbook(sheet -> {}), "没有找到“手机号”这一列");
    }

    @Test
    void whatIsNoTableIsRefusedWhateverItsNameSays() throws IOException {
        refused(new byte[0], "文件是空的");
        refused(text("<html><body><table><tr><td>手机号"), "这不是表格文件");
        refused(text("%PDF-1.7\n手机号"), "这不是表格文件");
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13}, "这不是表格文件");
        refused(zip("evil.txt", text("手机号")), "文件打不开");
        var old = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            workbook.write(old);
        }
        refused(old.toByteArray(), "旧版（.xls）或带密码");
    }

    @Test
    void aFileThatBreaksOffIsRefused() throws IOException {
        var file = workbook(sheet -> row(sheet, 0, "手机号"));

        refused(Arrays.copyOf(file, file.length * 2 / 3), "文件打不开");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts(workbook(sheet -> row(sheet, 0, "手机号"))).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().equals("xl/worksheets/sheet1.xml")) {
                    var text = new String(part.getValue(), StandardCharsets.UTF_8);
                    zip.write(text.substring(0, text.indexOf("</sheetData>")).getBytes(StandardCharsets.UTF_8));
                    var blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                    for (int megabyte = 0; megabyte < 300; megabyte++) {
                        zip.write(blank);
                    }
                    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(part.getValue());
                }
            }
        }
        assertThat(bytes.size()).as("300 MB, packed").isLessThan(1 << 20);

        refused(bytes.toByteArray(), "文件解压后异常庞大");
    }

    /** Each part for itself is small enough. */
    @Test
    void aBombInManyPartsIsRefusedBeforeItIsInMemory() throws IOException {
        refused(zip(withLargeParts()), "文件解压后异常庞大");
    }

    /** The directory stands at the end; whoever reads from the front does not know it yet. */
    @Test
    void aBombThatItsDirectoryDoesNotNameIsRefusedAsWell() throws IOException {
        var named = parts(workbook(sheet -> row(sheet, 0, "手机号"))).size();
        refused(forgettingAllBut(named, zip(withLargeParts())), "文件解压后异常庞大");
    }

    private static Map<String, byte[]> withLargeParts() throws IOException {
        var parts = parts(workbook(sheet -> row(sheet, 0, "手机号")));
        var random = new Random(1);
        var line = new byte[64];
        random.nextBytes(line);
        var part = new byte[16 << 20];
        for (int at = 0; at < part.length; at++) {
            part[at] = at % 150 == 0 ? (byte) random.nextInt() : line[at % line.length];
        }
        for (int more = 0; more < 10; more++) {
            parts.put("xl/media/" + more + ".bin", part);
        }
        return parts;
    }

    /** The same archive, its directory cut off after the first entries. */
    private static byte[] forgettingAllBut(int named, byte[] zip) {
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var end = zip.length - 22;
        var directory = bytes.getInt(end + 16);
        var at = directory;
        for (int entry = 0; entry < named; entry++) {
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        bytes.putShort(end + 8, (short) named).putShort(end + 10, (short) named).putInt(end + 12, at - directory);
        var cut = ByteBuffer.allocate(at + 22);
        return cut.put(zip, 0, at).put(zip, end, 22).array();
    }

    @Test
    void entitiesThatGrowAreNotResolved() throws IOException {
        var parts = parts(workbook(sheet -> row(sheet, 0, "手机号")));
        var sheet = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>";
        parts.put("xl/worksheets/sheet1.xml", text(sheet));

        assertThatThrownBy(() -> read(zip(parts))).isInstanceOf(Problem.class);
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

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(Problem.class).hasMessageContaining(why);
    }

    private static List<String> read(byte[] file) {
        var rows = new ArrayList<String>();
        Sheet.of(file)
                .read(
                        COLUMNS,
                        1000,
                        (number, row) -> rows.add("%d: %s %s"
                                .formatted(
                                        number,
                                        row.get("手机号").text(),
                                        row.getOrDefault("数量", Cell.EMPTY).text())));
        return rows;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(Consumer<org.apache.poi.ss.usermodel.Sheet> filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            filling.accept(workbook.createSheet("名单"));
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void row(org.apache.poi.ss.usermodel.Sheet sheet, int at, String... values) {
        var row = sheet.createRow(at);
        for (int i = 0; i < values.length; i++) {
            row.createCell(i).setCellValue(values[i]);
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        return zip(Map.of(name, content));
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
