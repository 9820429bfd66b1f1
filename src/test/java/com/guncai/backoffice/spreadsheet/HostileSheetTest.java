package com.guncai.backoffice.spreadsheet;

import static com.guncai.backoffice.spreadsheet.SheetFiles.parts;
import static com.guncai.backoffice.spreadsheet.SheetFiles.read;
import static com.guncai.backoffice.spreadsheet.SheetFiles.refused;
import static com.guncai.backoffice.spreadsheet.SheetFiles.row;
import static com.guncai.backoffice.spreadsheet.SheetFiles.text;
import static com.guncai.backoffice.spreadsheet.SheetFiles.workbook;
import static com.guncai.backoffice.spreadsheet.SheetFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Files that are none, are broken, or were made to hurt. */
class HostileSheetTest {
    @Test
    void whatIsNoTableIsRefusedWhateverItsNameSays() throws IOException {
        refused(new byte[0], "没有选择文件，或者文件是空的");
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

        assertThatThrownBy(() -> read(zip(parts))).isInstanceOf(ProblemException.class);
    }
}
