package com.guncai.backoffice.spreadsheet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files for the tests of reading them. */
final class SheetFiles {
    static final Columns COLUMNS = new Columns(
            Set.of("手机号"), Map.of("手机号", List.of("手机号", "手机"), "数量", List.of("数量"), "有效期至", List.of("有效期至")));

    private SheetFiles() {}

    static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    static List<String> read(byte[] file) {
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

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] workbook(Consumer<org.apache.poi.ss.usermodel.Sheet> filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            filling.accept(workbook.createSheet("名单"));
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    static void row(org.apache.poi.ss.usermodel.Sheet sheet, int at, String... values) {
        var row = sheet.createRow(at);
        for (int i = 0; i < values.length; i++) {
            row.createCell(i).setCellValue(values[i]);
        }
    }

    static byte[] zip(String name, byte[] content) throws IOException {
        return zip(Map.of(name, content));
    }

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
