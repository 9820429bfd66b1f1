package com.guncai.backoffice.process.deployment;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A decision table holds values and conditions in FEEL, and nothing that would run: said of every table, whoever drew it up. */
final class TableLanguage {
    private static final String NAMESPACE = "https?://www\\.omg\\.org/spec/DMN/.*";

    private static final Set<String> ELEMENTS = Set.copyOf(List.of(
            """
            definitions decision description decisionTable input inputExpression inputValues output outputValues
            defaultOutputEntry rule inputEntry outputEntry text variable informationRequirement requiredDecision
            requiredInput inputData literalExpression annotation annotationEntry knowledgeSource authorityRequirement
            requiredAuthority textAnnotation association sourceRef targetRef extensionElements
            """
                    .strip()
                    .split("\\s+")));

    private static final Set<String> CAMUNDA_ATTRIBUTES =
            Set.of("inputVariable", "historyTimeToLive", "versionTag", "diagramRelationId");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"");
    private static final Pattern CODE = Pattern.compile("\\b(external|function|getClass|forName)\\b|\\$\\{|#\\{");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])\\d{1,3}(,\\d{3})+(?![\\d])");

    private TableLanguage() {}

    static void check(String file, DmnModelInstance model, Findings findings) {
        var root = ((Document) model.getDocument().getDomSource().getNode()).getDocumentElement();
        walk(file, root, "", findings);
    }

    private static void walk(String file, Element element, String around, Findings findings) {
        var space = String.valueOf(element.getNamespaceURI());
        if (space.contains("/DMNDI")
                || space.contains("/DMN/") && space.contains("/DI/")
                || space.contains("/spec/DD/")
                || space.contains("bpmn.io/schema")) {
            return;
        }
        var where = where(element, around);
        var tag = element.getLocalName();
        if (!space.matches(NAMESPACE) || !ELEMENTS.contains(tag)) {
            findings.error("文件 %s%s里不能有 %s：决策表里只能写条件和结果".formatted(file, where, element.getNodeName()));
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attribute(file, (Attr) element.getAttributes().item(i), where, findings);
        }
        if (tag.equals("text")) {
            text(file, element.getTextContent(), where, findings);
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(file, inner, where, findings);
            }
        }
    }

    private static void attribute(String file, Attr attribute, String where, Findings findings) {
        var name = attribute.getLocalName();
        if (!attribute.getSpecified()) {
            return;
        }
        if (name.equals("expressionLanguage") && !DecisionTableValidator.isFeel(attribute.getValue())) {
            findings.error("文件 %s%s的表达式语言是 %s，要选 FEEL".formatted(file, where, attribute.getValue()));
        }
        if (ModelVocabulary.CAMUNDA.replace("bpmn", "dmn").equals(attribute.getNamespaceURI())
                && !CAMUNDA_ATTRIBUTES.contains(name)) {
            findings.error("文件 %s%s里不能有 %s：请删掉".formatted(file, where, attribute.getName()));
        }
    }

    private static void text(String file, String text, String where, Findings findings) {
        var bare = QUOTED.matcher(text).replaceAll("\"\"");
        var number = THOUSANDS.matcher(bare);
        if (CODE.matcher(bare).find()) {
            findings.error("文件 %s%s写的是 %s：不能定义或调用程序，只能写条件和结果".formatted(file, where, text.strip()));
        } else if (number.find()) {
            findings.error("文件 %s%s写的是 %s，会读成几个数：数字里不要逗号，写 %s"
                    .formatted(file, where, text.strip(), number.group().replace(",", "")));
        }
    }

    private static String where(Element element, String around) {
        return switch (String.valueOf(element.getLocalName())) {
            case "decision" -> "里表“%s”".formatted(element.getAttribute("name"));
            case "rule" -> around.replaceAll("第 \\d+ 行$", "") + "第 %d 行".formatted(position(element));
            default -> around;
        };
    }

    private static int position(Element rule) {
        var position = 1;
        for (var before = rule.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            position += "rule".equals(before.getLocalName()) ? 1 : 0;
        }
        return position;
    }
}
