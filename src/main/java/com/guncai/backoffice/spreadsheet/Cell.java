package com.guncai.backoffice.spreadsheet;

import com.guncai.backoffice.shared.Masked;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param text as it reads, without control characters; a number in full and without an exponent
 * @param number whether the workbook keeps it as a number, which has 15 digits at most
 * @param date when the workbook keeps it as a date
 * @param formula whether it is computed
 */
public record Cell(String text, boolean number, @Nullable LocalDate date, boolean formula) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    public static final Cell EMPTY = text("");

    public Cell {
        text = CONTROL.matcher(text).replaceAll(" ").strip();
    }

    static Cell text(String text) {
        return new Cell(text, false, null, false);
    }

    public boolean isEmpty() {
        return text.isEmpty() && date == null && !formula;
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
