package com.guncai.backoffice.spreadsheet;

import com.github.pjfanning.xlsx.StreamingReader;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;

/** An .xlsx workbook, streamed: neither its sheet nor a bomb in it is ever in memory as a whole. */
class WorkbookSource implements Sheet.Source {
    /** No part of an honest workbook of a few 100,000 rows is larger, unpacked. */
    private static final long LARGEST_PART = 64L << 20;

    /** Nor are all its parts together, which are in memory at once. */
    private static final long LARGEST_WHOLE = 96L << 20;

    /** Chinese Excel keeps 2027年2月28日 under a number of which POI knows no format (ECMA-376, 18.8.30). */
    private static final Set<Short> CHINESE_DATES = IntStream.concat(
                    IntStream.rangeClosed(27, 36), IntStream.rangeClosed(50, 58))
            .mapToObj(format -> (short) format)
            .collect(Collectors.toUnmodifiableSet());

    /** {@code ="13700000000"} computes nothing: it keeps a spreadsheet from making a number of it. */
    private static final Pattern CONSTANT = Pattern.compile("=?\\s*\"([^\"]*)\"\\s*");

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMinInflateRatio(0.005);
    }

    private final byte[] content;

    WorkbookSource(byte[] content) {
        this.content = content;
    }

    @Override
    public Sheet.OtherSheets forEachRow(Sheet.Rows rows) {
        refuseBomb();
        try (var workbook = StreamingReader.builder()
                .rowCacheSize(200)
                .setAvoidTempFiles(true)
                .open(new ByteArrayInputStream(content))) {
            var sheets = new WorkbookSheets(workbook);
            for (var row : sheets.first()) {
                if (!rows.row(row.getRowNum() + 1, Sheet.narrow(cells(row)), row.getZeroHeight())) {
                    break;
                }
            }
            return sheets.others();
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw refusal(broken);
        }
    }

    /** One part is the library's to watch; a hundred of them would fill the memory before it looks at the first. */
    private void refuseBomb() {
        var buffer = new byte[8192];
        long whole = 0;
        // As POI itself goes through it, from the front: the directory at the end need not name everything.
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    whole += read;
                    if (whole > LARGEST_WHOLE) {
                        throw bomb();
                    }
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof ProblemException problem ? problem : refusal(broken);
        }
    }

    private static ProblemException bomb() {
        return ProblemException.invalid(ProblemCode.FILE_BOMB, "文件解压后异常庞大，已拒绝。请只保留需要的行，另存后再传");
    }

    private static List<Cell> cells(Row row) {
        var cells = new ArrayList<Cell>();
        for (var cell : row) {
            while (cells.size() < cell.getColumnIndex() && cells.size() < 50) {
                cells.add(Cell.EMPTY);
            }
            cells.add(cell(cell));
        }
        return cells;
    }

    /** A program that only writes formulas leaves their results to the spreadsheet: such a cell has none. */
    private static Cell cell(org.apache.poi.ss.usermodel.Cell cell) {
        if (cell.getCellType() != CellType.FORMULA) {
            return cell(cell, cell.getCellType(), false);
        }
        try {
            var constant = CONSTANT.matcher(cell.getCellFormula());
            if (constant.matches()) {
                return Cell.text(constant.group(1));
            }
            return cell(cell, cell.getCachedFormulaResultType(), true);
        } catch (RuntimeException noResult) {
            return new Cell("", false, null, true);
        }
    }

    private static Cell cell(org.apache.poi.ss.usermodel.Cell cell, CellType type, boolean formula) {
        if (type == CellType.NUMERIC) {
            if (isDate(cell)) {
                return new Cell("", false, cell.getLocalDateTimeCellValue().toLocalDate(), formula);
            }
            return new Cell(plain(cell.getNumericCellValue()), true, null, formula);
        }
        var text = type == CellType.STRING ? cell.getStringCellValue() : "";
        return new Cell(text == null ? "" : text, false, null, formula);
    }

    private static boolean isDate(org.apache.poi.ss.usermodel.Cell cell) {
        return DateUtil.isCellDateFormatted(cell)
                || (DateUtil.isValidExcelDate(cell.getNumericCellValue())
                        && CHINESE_DATES.contains(cell.getCellStyle().getDataFormat()));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** POI says in many ways that a file is broken, and in words only that it is a bomb. */
    private static ProblemException refusal(Throwable failure) {
        var isBomb = ExceptionUtils.stream(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> message.contains("Zip bomb") || message.contains("max allowed"));
        return isBomb
                ? bomb()
                : ProblemException.invalid(ProblemCode.FILE_BROKEN, "文件打不开，可能已损坏或不是 Excel 工作簿（.xlsx），请重新导出后再传");
    }
}
