package com.guncai.backoffice.staff.processes;

import com.guncai.backoffice.process.version.TableEdit;
import com.guncai.backoffice.process.version.TableEdit.Row;
import com.guncai.backoffice.process.version.TableEdit.Sheet;
import com.guncai.backoffice.shared.StaffPage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows of a decision table, to be changed in the page. */
@StaffPage
@RequestMapping("/staff/processes/{key}/table")
class TablePage {
    private static final String NEW = "new";

    private final TableEdit tables;

    TablePage(TableEdit tables) {
        this.tables = tables;
    }

    @GetMapping
    String rows(@PathVariable String key, ModelMap page) {
        page.put("sheet", tables.read(key));
        page.put("done", null);
        return "staff/table";
    }

    @PostMapping
    String save(
            @PathVariable String key,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> form,
            Authentication staff,
            ModelMap page) {
        var sheet = tables.read(key);
        var rows = sheet.rows().stream()
                .filter(row -> form.containsKey("cell-" + row.id() + "-0"))
                .map(row -> row(sheet, form, row.id(), row.id()))
                .toList();
        var removed = Set.copyOf(Objects.requireNonNullElse(form.get("remove"), List.of()));
        var inForce = tables.save(key, version, rows, removed, added(sheet, form), staff.getName());
        page.put("sheet", tables.read(key));
        page.put("done", inForce == version ? "没有改动" : "已保存为第 " + inForce + " 版，马上生效");
        return "staff/table :: table";
    }

    private static @Nullable Row added(Sheet sheet, MultiValueMap<String, String> form) {
        var row = row(sheet, form, NEW, text(form, "before"));
        return row.cells().stream().allMatch(String::isBlank) ? null : row;
    }

    private static Row row(Sheet sheet, MultiValueMap<String, String> form, String name, String id) {
        return new Row(
                id,
                text(form, "description-" + name),
                IntStream.range(0, sheet.columns().size())
                        .mapToObj(column -> text(form, "cell-" + name + "-" + column))
                        .toList());
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
