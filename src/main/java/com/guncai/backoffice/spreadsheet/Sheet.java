package com.guncai.backoffice.spreadsheet;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The first visible sheet of a file that somebody made by hand: a title may stand above the header, columns come in any order, empty
 * rows are skipped. Read row by row, so that its length does not matter.
 */
public final class Sheet {
    private final Source source;

    private Sheet(Source source) {
        this.source = source;
    }

    /**
     * Looks at what a file is; its name does not count.
     *
     * @throws ProblemException {@code FILE_…}: empty, not a workbook or CSV, an old or encrypted workbook
     */
    public static Sheet of(byte[] content) {
        return new Sheet(FileType.of(content).source(content));
    }

    /**
     * Reads all rows below the header, also those that a spreadsheet hides.
     *
     * @return what was read and what was not
     * @throws ProblemException {@code FILE_HEADER_MISSING}, {@code FILE_HEADER_AMBIGUOUS}, {@code FILE_TOO_LONG}, {@code
     *     FILE_BROKEN}, {@code FILE_BOMB}
     */
    public SheetFacts read(Columns columns, int mostRows, RowReader reader) {
        var header = new Header(columns);
        var hiddenRows = new HiddenRows();
        var others = source.forEachRow((number, cells, hidden) -> {
            if (!header.isFound()) {
                header.look(cells);
                if (!header.isFound() && number >= columns.headerWithin()) {
                    throw header.missing();
                }
            } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                if (number > mostRows + columns.headerWithin()) {
                    throw ProblemException.invalid(ProblemCode.FILE_TOO_LONG, "文件超过 " + mostRows + " 行，请分成几个文件");
                }
                if (hidden) {
                    hiddenRows.add(number);
                }
                return reader.row(number, header.of(cells));
            }
            return true;
        });
        if (!header.isFound()) {
            throw header.missing();
        }
        return new SheetFacts(
                header.titles(), others.further(), others.hidden(), List.copyOf(hiddenRows.first), hiddenRows.count);
    }

    /**
     * Reads as far as the first row, to see that the file is of the right kind.
     *
     * @throws ProblemException as {@link #read}, and {@code FILE_WITHOUT_ROWS} when nothing stands below the header
     */
    public void check(Columns columns) {
        var found = new AtomicBoolean();
        read(columns, Integer.MAX_VALUE - columns.headerWithin(), (number, row) -> {
            found.set(true);
            return false;
        });
        if (!found.get()) {
            throw ProblemException.invalid(ProblemCode.FILE_WITHOUT_ROWS, "文件里只有表头，没有要处理的行");
        }
    }

    /** Takes a row; says whether to go on. */
    @FunctionalInterface
    public interface RowReader {
        /** @param number as the spreadsheet shows it, from 1 */
        boolean row(int number, Map<String, Cell> cells);
    }

    /** A kind of file. */
    interface Source {
        /** @return the sheets with something in them that are not read */
        OtherSheets forEachRow(Rows rows);
    }

    /** Takes the cells of a row; says whether to go on. */
    @FunctionalInterface
    interface Rows {
        boolean row(int number, List<Cell> cells, boolean hidden);
    }

    /** Names of sheets that are not read, and of those that a spreadsheet does not even show. */
    record OtherSheets(List<String> further, List<String> hidden) {
        static final OtherSheets NONE = new OtherSheets(List.of(), List.of());
    }

    private static class HiddenRows {
        private static final int NAMED = 5;

        private final List<Integer> first = new ArrayList<>();
        private int count;

        void add(int number) {
            count++;
            if (first.size() < NAMED) {
                first.add(number);
            }
        }
    }

    /** Of a row with more cells than anybody needs, the first. */
    static List<Cell> narrow(List<Cell> cells) {
        return cells.size() <= 50 ? cells : new ArrayList<>(cells.subList(0, 50));
    }
}
