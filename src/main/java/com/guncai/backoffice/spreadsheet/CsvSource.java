package com.guncai.backoffice.spreadsheet;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** Text as spreadsheets save it: in UTF-8, UTF-16 or, as Chinese Excel does, GB18030; comma, tab or semicolon. */
class CsvSource implements Sheet.Source {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern AS_TEXT = Pattern.compile("\\s*=\\s*\"([^\"]*)\"\\s*");

    /** By which the characters between columns are recognised. */
    private static final int START = 8192;

    private final byte[] content;

    CsvSource(byte[] content) {
        this.content = content;
    }

    @Override
    public Sheet.OtherSheets forEachRow(Sheet.Rows rows) {
        var charset = charset();
        var start = new String(content, 0, Math.min(content.length, START), charset);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(Delimiter.of(start))
                .setIgnoreEmptyLines(false)
                .get();
        try (var reader = new InputStreamReader(new ByteArrayInputStream(content), charset);
                var records = format.parse(reader)) {
            for (var line : records) {
                var cells = new ArrayList<Cell>();
                line.forEach(value -> cells.add(Cell.text(plain(value))));
                if (!rows.row((int) line.getRecordNumber(), Sheet.narrow(cells), false)) {
                    break;
                }
            }
            return Sheet.OtherSheets.NONE;
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw ProblemException.invalid(ProblemCode.FILE_BROKEN, "文件读到一半出错了，可能不完整，请重新导出后再传");
        }
    }

    private Charset charset() {
        if (content.length > 1 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (content.length > 1 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return GB18030;
        }
    }

    /** A byte order mark is no part of the first header; {@code ="0137"} is how programs keep a spreadsheet from counting. */
    private static String plain(String value) {
        var text = value.replace("\uFEFF", "");
        var asText = AS_TEXT.matcher(text);
        return asText.matches() ? asText.group(1) : text;
    }
}
