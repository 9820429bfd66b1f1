package com.guncai.backoffice.spreadsheet;

import com.guncai.backoffice.shared.Masked;
import java.util.List;
import java.util.Map;

/**
 * What was read of a file and what was not, for whoever decides about it.
 *
 * @param columns by the name that the caller uses, which column was taken for it: {@code “手机号码”（B 列）}
 * @param furtherSheets names of sheets with something in them that were not read
 * @param hiddenSheets as above, of those that a spreadsheet does not show
 * @param hiddenRows numbers of the first rows that were read although a spreadsheet does not show them
 * @param hiddenRowCount how many such rows there are
 */
public record SheetFacts(
        Map<String, String> columns,
        List<String> furtherSheets,
        List<String> hiddenSheets,
        List<Integer> hiddenRows,
        int hiddenRowCount) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
