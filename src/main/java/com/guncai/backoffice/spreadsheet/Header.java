package com.guncai.backoffice.spreadsheet;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which column is which. */
class Header {
    private static final int UNFIT = 3;
    private static final int LONGEST_NAME = 20;

    private final Columns wanted;
    private final Map<String, Integer> found = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    Header(Columns wanted) {
        this.wanted = wanted;
        missing.addAll(wanted.required());
    }

    boolean isFound() {
        return !found.isEmpty();
    }

    /**
     * A row is the header when the required columns are in it.
     *
     * @throws ProblemException {@code FILE_HEADER_AMBIGUOUS} when two columns could be the same one
     */
    void look(List<Cell> cells) {
        var names = cells.stream().map(cell -> HeaderName.of(cell.text())).toList();
        var candidates = new HashMap<String, List<Integer>>();
        wanted.names().forEach((column, others) -> {
            var best = best(names, column, others);
            if (!best.isEmpty()) {
                candidates.put(column, best);
            }
        });
        if (!candidates.keySet().containsAll(wanted.required())) {
            missing.removeAll(candidates.keySet());
            return;
        }
        candidates.forEach((column, at) -> {
            if (at.size() > 1 && wanted.refuseTwo()) {
                throw ambiguous(column, at, cells);
            }
            found.put(column, at.get(0));
            titles.put(column, title(cells, at.get(0)));
        });
    }

    /** Of the columns that could be meant, those whose names fit best, from the left. */
    private static List<Integer> best(List<HeaderName> names, String column, List<String> others) {
        var best = new ArrayList<Integer>();
        int nearest = UNFIT;
        for (int i = 0; i < names.size(); i++) {
            var distance = names.get(i).distance(column, others);
            if (distance < nearest) {
                nearest = distance;
                best.clear();
            }
            if (distance == nearest && distance < UNFIT) {
                best.add(i);
            }
        }
        return best;
    }

    Map<String, Cell> of(List<Cell> cells) {
        var row = new HashMap<String, Cell>();
        found.forEach((name, at) -> row.put(name, at < cells.size() ? cells.get(at) : Cell.EMPTY));
        return row;
    }

    /** By the name that the caller uses, what stands above the column: {@code “手机号码”（B 列）}. */
    Map<String, String> titles() {
        return Map.copyOf(titles);
    }

    ProblemException missing() {
        return ProblemException.invalid(
                ProblemCode.FILE_HEADER_MISSING,
                "没有找到“" + String.join("”“", missing) + "”这一列，请确认文件是照模板填写的表格，数据在第一个没有隐藏的工作表里");
    }

    private static ProblemException ambiguous(String column, List<Integer> at, List<Cell> cells) {
        var all = at.stream().map(i -> title(cells, i)).collect(Collectors.joining("、"));
        return ProblemException.invalid(
                ProblemCode.FILE_HEADER_AMBIGUOUS,
                "有 %d 列都可能是“%s”：%s。请把要用的一列改名为“%s”，其余的改成别的名字或删掉".formatted(at.size(), column, all, column));
    }

    private static String title(List<Cell> cells, int at) {
        var text = cells.get(at).text();
        var shown = text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
        return "“" + shown + "”（" + letters(at) + " 列）";
    }

    /** As spreadsheets count columns. */
    private static String letters(int at) {
        return at < 26 ? String.valueOf((char) ('A' + at)) : letters(at / 26 - 1) + letters(at % 26);
    }
}
