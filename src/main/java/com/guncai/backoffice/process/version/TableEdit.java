package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.version.Model.Kind;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes the rows of a decision table that is in force: the result is deployed as if it came from the Modeler. */
@Component
public class TableEdit {
    private final ModelVersions versions;
    private final ModelFiles files;
    private final CheckedDeployment deployments;

    TableEdit(ModelVersions versions, ModelFiles files, CheckedDeployment deployments) {
        this.versions = versions;
        this.files = files;
        this.deployments = deployments;
    }

    /** @throws ProblemException {@code MODEL_NOT_FOUND} */
    public Sheet read(String key) {
        var model = table(key);
        var table = table(parsed(model), key);
        var columns = new ArrayList<Column>();
        table.getInputs()
                .forEach(input -> columns.add(new Column(
                        Objects.requireNonNullElse(input.getLabel(), ""),
                        true,
                        "string".equals(input.getInputExpression().getTypeRef()))));
        table.getOutputs()
                .forEach(output -> columns.add(new Column(
                        Objects.requireNonNullElse(output.getLabel(), output.getName()),
                        false,
                        "string".equals(output.getTypeRef()))));
        return new Sheet(
                key,
                model.name(),
                model.inForce().version(),
                columns,
                table.getRules().stream().map(rule -> row(rule, columns)).toList());
    }

    /**
     * @param seen the version that was changed
     * @param rows those that stay, by their ids; what else is in the table stays as it is
     * @param removed ids of rows
     * @param added a new row; its id is that of the row before which it goes; {@code null} for none
     * @return the number of the version in force now
     * @throws ProblemException {@code SETTING_CHANGED} when another version is in force, {@code DEPLOYMENT_REFUSED}
     */
    public int save(String key, int seen, List<Row> rows, Set<String> removed, @Nullable Row added, String staff) {
        var model = table(key);
        if (model.inForce().version() != seen) {
            throw ProblemException.conflict(ProblemCode.SETTING_CHANGED, "这张表刚换了新版，请刷新后再改");
        }
        var sheet = read(key);
        var parsed = parsed(model);
        var table = table(parsed, key);
        if (added != null) {
            insert(parsed, table, sheet, added);
        }
        for (var rule : List.copyOf(table.getRules())) {
            rows.stream()
                    .filter(row -> row.id().equals(rule.getId()))
                    .findFirst()
                    .ifPresent(row -> fill(parsed, rule, sheet, row));
            if (removed.contains(rule.getId())) {
                table.getRules().remove(rule);
            }
        }
        var content = Dmn.convertToString(parsed).getBytes(StandardCharsets.UTF_8);
        deployments.deploy(
                model.name() + "：在页面上修改",
                "settings",
                List.of(new ModelFile(model.inForce().file(), content)),
                staff);
        return versions.one(key).inForce().version();
    }

    private void insert(DmnModelInstance parsed, DecisionTable table, Sheet sheet, Row added) {
        var rule = parsed.newInstance(Rule.class);
        for (var column : sheet.columns()) {
            var text = parsed.newInstance(Text.class);
            if (column.condition()) {
                var entry = parsed.newInstance(InputEntry.class);
                entry.setText(text);
                rule.getInputEntries().add(entry);
            } else {
                var entry = parsed.newInstance(OutputEntry.class);
                entry.setText(text);
                rule.getOutputEntries().add(entry);
            }
        }
        DmnElement before =
                List.copyOf(table.getOutputs()).get(table.getOutputs().size() - 1);
        for (var each : table.getRules()) {
            if (each.getId().equals(added.id())) {
                break;
            }
            before = each;
        }
        table.insertElementAfter(rule, before);
        fill(parsed, rule, sheet, added);
    }

    private static void fill(DmnModelInstance parsed, Rule rule, Sheet sheet, Row row) {
        var texts = texts(rule);
        for (int i = 0; i < texts.size() && i < row.cells().size(); i++) {
            texts.get(i)
                    .setTextContent(written(row.cells().get(i), sheet.columns().get(i)));
        }
        if (!row.description().isBlank()) {
            var description = parsed.newInstance(Description.class);
            description.setTextContent(row.description().strip());
            rule.setDescription(description);
        }
    }

    private static Row row(Rule rule, List<Column> columns) {
        var texts = texts(rule);
        var cells = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(shown(texts.get(i).getTextContent().strip(), columns.get(i)));
        }
        var description = rule.getDescription();
        return new Row(rule.getId(), description == null ? "" : description.getTextContent(), cells);
    }

    private static List<Text> texts(Rule rule) {
        var texts = new ArrayList<Text>();
        rule.getInputEntries().forEach(entry -> texts.add(entry.getText()));
        rule.getOutputEntries().forEach(entry -> texts.add(entry.getText()));
        return texts;
    }

    /** One text without its quotes; lists and the like as they stand. */
    static String shown(String cell, Column column) {
        return column.text() && cell.matches("\"[^\"]*\"") ? cell.substring(1, cell.length() - 1) : cell;
    }

    static String written(String typed, Column column) {
        var cell = typed.strip();
        return !column.text() || cell.isEmpty() || cell.equals("-") || cell.contains("\"") ? cell : '"' + cell + '"';
    }

    private Model table(String key) {
        var model = versions.one(key);
        if (model.kind() != Kind.TABLE) {
            throw ProblemException.notFound(ProblemCode.MODEL_NOT_FOUND, "没有这张表：" + key);
        }
        return model;
    }

    private DmnModelInstance parsed(Model model) {
        return Dmn.readModelFromStream(
                new ByteArrayInputStream(files.model(model.inForce()).content()));
    }

    private static DecisionTable table(DmnModelInstance parsed, String key) {
        return parsed.getModelElementById(key)
                .getChildElementsByType(DecisionTable.class)
                .iterator()
                .next();
    }

    /** @param version the one in force */
    public record Sheet(String key, String name, int version, List<Column> columns, List<Row> rows) {}

    /**
     * @param condition or a result
     * @param text whether a cell is a text, which is shown without its quotes
     */
    public record Column(String label, boolean condition, boolean text) {}

    public record Row(String id, String description, List<String> cells) {}
}
