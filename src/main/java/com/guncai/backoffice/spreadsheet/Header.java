package com.guncai.backoffice.spreadsheet;

import com.guncai.backoffice.shared.Problem;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which column is which. */
class Header {
    private final Columns wanted;
    private final Map<String, Integer> found = new HashMap<>();

    Header(Columns wanted) {
        this.wanted = wanted;
    }

    boolean isFound() {
        return !found.isEmpty();
    }

    /** A row is the header when the required column is in it. */
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
        if (positions.containsKey(wanted.required())) {
            found.putAll(positions);
        }
    }

    Map<String, Cell> of(List<Cell> cells) {
        var row = new HashMap<String, Cell>();
        found.forEach((name, at) -> row.put(name, at < cells.size() ? cells.get(at) : Cell.EMPTY));
        return row;
    }

    Problem missing() {
        return Problem.invalid("FILE_HEADER_MISSING", "没有找到“" + wanted.required() + "”这一列，请用模板填写，数据放在第一个工作表");
    }

    /** {@code 手机号 *} and {@code 手机号（必填）} are {@code 手机号}. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\(.*?\\)", "")
                .replaceAll("[\\s\\p{Z}\\p{C}*:]", "");
    }
}
