package com.guncai.backoffice.spreadsheet;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which column is which. */
class Header {
    private final Columns wanted;
    private final Map<String, Integer> found = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    Header(Columns wanted) {
        this.wanted = wanted;
        missing.addAll(wanted.required());
    }

    boolean isFound() {
        return !found.isEmpty();
    }

    /** A row is the header when the required columns are in it. */
    void look(List<Cell> cells) {
        var positions = new HashMap<String, Integer>();
        for (int i = cells.size() - 1; i >= 0; i--) {
            var name = plain(cells.get(i).text());
            for (var column : wanted.names().entrySet()) {
                if (column.getValue().contains(name)) {
                    positions.put(column.getKey(), i);
                }
            }
        }
        if (positions.keySet().containsAll(wanted.required())) {
            found.putAll(positions);
        } else if (!positions.isEmpty()) {
            missing.removeAll(positions.keySet());
        }
    }

    Map<String, Cell> of(List<Cell> cells) {
        var row = new HashMap<String, Cell>();
        found.forEach((name, at) -> row.put(name, at < cells.size() ? cells.get(at) : Cell.EMPTY));
        return row;
    }

    ProblemException missing() {
        return ProblemException.invalid(
                ProblemCode.FILE_HEADER_MISSING,
                "没有找到“" + String.join("”“", missing) + "”这一列，请确认文件是照模板填写的表格，数据在第一个工作表里");
    }

    /** {@code 手机号 *} and {@code 手机号（必填）} are {@code 手机号}. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\(.*?\\)", "")
                .replaceAll("[\\s\\p{Z}\\p{C}*:]", "");
    }
}
