package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.TypedText;
import com.guncai.backoffice.spreadsheet.SheetFacts;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a file was read and what was not, in sentences for whoever decides about it. */
@Embeddable
class FileReading {
    private static final int LONGEST_COLUMNS = 160;
    private static final int LONGEST_UNUSUAL = 400;
    private static final int SHEETS_NAMED = 5;

    @Convert(converter = TypedText.class)
    private @Nullable String columnsRead;

    @Convert(converter = TypedText.class)
    private @Nullable String unusual;

    protected FileReading() {}

    FileReading(SheetFacts facts, String key) {
        columnsRead = cut(columns(facts.columns(), key), LONGEST_COLUMNS);
        unusual = cut(unusual(facts), LONGEST_UNUSUAL);
    }

    /** {@code “手机号”（A 列）；数量取自“张数”（B 列）}, the first of them that which the file is about. */
    String columns() {
        return Objects.requireNonNullElse(columnsRead, "");
    }

    /** What somebody who looks at the file may not see; empty when there is no such thing. */
    String unusual() {
        return Objects.requireNonNullElse(unusual, "");
    }

    private static String columns(Map<String, String> columns, String key) {
        var others = columns.entrySet().stream()
                .filter(column -> !column.getKey().equals(key))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(column -> "；" + column.getKey() + "：" + column.getValue());
        return columns.getOrDefault(key, "") + others.collect(Collectors.joining());
    }

    private static String unusual(SheetFacts facts) {
        var sentences = new ArrayList<String>();
        if (facts.hiddenRowCount() > 0) {
            var numbers = facts.hiddenRows().stream().map(String::valueOf).collect(Collectors.joining("、"));
            var more = facts.hiddenRowCount() > facts.hiddenRows().size() ? " 等行" : " 行";
            sentences.add("表格里有 %d 行是隐藏的（第 %s%s，例如被筛选掉的），也在这一批里".formatted(facts.hiddenRowCount(), numbers, more));
        }
        if (!facts.furtherSheets().isEmpty()) {
            sentences.add("还有工作表" + named(facts.furtherSheets()) + "没有读取");
        }
        if (!facts.hiddenSheets().isEmpty()) {
            sentences.add("有隐藏的工作表" + named(facts.hiddenSheets()) + "没有读取");
        }
        return String.join("；", sentences);
    }

    private static String named(List<String> sheets) {
        var first = sheets.stream()
                .limit(SHEETS_NAMED)
                .map(name -> "“" + name + "”")
                .collect(Collectors.joining("、"));
        return sheets.size() > SHEETS_NAMED ? first + "等 " + sheets.size() + " 张" : first;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
