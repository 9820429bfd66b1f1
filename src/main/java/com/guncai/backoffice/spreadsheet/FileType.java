package com.guncai.backoffice.spreadsheet;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.nio.charset.StandardCharsets;

/** What a file is by its first bytes. */
enum FileType {
    WORKBOOK {
        @Override
        Sheet.Source source(byte[] content) {
            return new WorkbookSource(content);
        }
    },
    TEXT {
        @Override
        Sheet.Source source(byte[] content) {
            return new CsvSource(content);
        }
    };

    abstract Sheet.Source source(byte[] content);

    static FileType of(byte[] content) {
        if (content.length == 0) {
            throw ProblemException.invalid(ProblemCode.FILE_EMPTY, "没有选择文件，或者文件是空的，请重新选择");
        }
        if (starts(content, 'P', 'K', 3, 4)) {
            return WORKBOOK;
        }
        if (starts(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw ProblemException.invalid(
                    ProblemCode.FILE_OLD_OR_LOCKED, "这是旧版（.xls）或带密码的表格，请去掉密码，另存为“Excel 工作簿（.xlsx）”后再传");
        }
        var start = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1).strip();
        if (start.startsWith("<") || start.startsWith("%PDF") || start.startsWith("{\\rtf") || isBinary(content)) {
            throw ProblemException.invalid(ProblemCode.FILE_NOT_A_TABLE, "这不是表格文件，请传 .xlsx 或 .csv");
        }
        return TEXT;
    }

    private static boolean starts(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 has NULs as well; its byte order mark says so. */
    private static boolean isBinary(byte[] content) {
        if (starts(content, 0xFF, 0xFE) || starts(content, 0xFE, 0xFF)) {
            return false;
        }
        for (int i = 0; i < Math.min(content.length, 8192); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
