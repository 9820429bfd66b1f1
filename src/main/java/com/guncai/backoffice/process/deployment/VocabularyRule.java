package com.guncai.backoffice.process.deployment;

import java.util.Map;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A diagram consists of what {@link ModelVocabulary} lists. */
@Component
class VocabularyRule implements DiagramRule {
    private static final String ACTION = "改用服务任务，表达式写允许的功能，例如选模板“短信通知内勤”";
    private static final String INSTEAD_OF_EVENT = "改用消息或定时事件";

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("scriptTask", ACTION),
            Map.entry("script", "删掉脚本，写固定的值或 ${…}"),
            Map.entry("executionListener", "删掉监听器，要做的事画成服务任务"),
            Map.entry("taskListener", "删掉监听器，要做的事画成服务任务"),
            Map.entry("connector", ACTION),
            Map.entry("field", "删掉字段注入"),
            Map.entry("class", ACTION),
            Map.entry("delegateExpression", ACTION),
            Map.entry("type", ACTION),
            Map.entry("topic", ACTION),
            Map.entry("errorEventDefinition", INSTEAD_OF_EVENT),
            Map.entry("sendTask", ACTION),
            Map.entry("eventBasedGateway", "改用等待消息的任务，时限画成它的边界事件"),
            Map.entry("signalEventDefinition", INSTEAD_OF_EVENT),
            Map.entry("escalationEventDefinition", INSTEAD_OF_EVENT),
            Map.entry("conditionalEventDefinition", INSTEAD_OF_EVENT),
            Map.entry("compensateEventDefinition", "删掉补偿"),
            Map.entry("linkEventDefinition", "直接连线"),
            Map.entry("formData", "改用 .form 表单文件"),
            Map.entry("formKey", "改用表单（Camunda Forms）"),
            Map.entry("caseRef", "改为调用流程"),
            Map.entry("jobPriority", "删掉优先级"),
            Map.entry("taskPriority", "删掉优先级"),
            Map.entry("language", "条件的类型选 Expression"),
            Map.entry("variableMappingClass", "用“In mappings”“Out mappings”传递变量"),
            Map.entry("variableMappingDelegateExpression", "用“In mappings”“Out mappings”传递变量"));

    @Override
    public void check(Diagram diagram, Findings findings) {
        var model = diagram.model();
        var root = ((Document) model.getDocument().getDomSource().getNode()).getDocumentElement();
        walk(root, model.getDefinitions(), diagram, findings);
    }

    private static void walk(Element element, ModelElementInstance around, Diagram diagram, Findings findings) {
        var space = text(element.getNamespaceURI());
        var tag = element.getLocalName();
        var owner = owner(element, around, diagram);
        if (ModelVocabulary.isDrawing(space)) {
            return;
        }
        if (!ModelVocabulary.contains(space, tag)) {
            findings.error(owner, "里不能有 %s：%s".formatted(element.getNodeName(), mend(tag)));
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            var name = attribute.getLocalName();
            // The schema fills in what nobody wrote.
            if (attribute.getSpecified()
                    && !ModelVocabulary.contains(space, tag, text(attribute.getNamespaceURI()), name)) {
                findings.error(owner, "里不能有 %s：%s".formatted(attribute.getName(), mend(name)));
            }
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, owner, diagram, findings);
            }
        }
    }

    private static ModelElementInstance owner(Element element, ModelElementInstance around, Diagram diagram) {
        var own = element.hasAttribute("id") ? diagram.model().getModelElementById(element.getAttribute("id")) : null;
        return own == null ? around : own;
    }

    private static String mend(String name) {
        return INSTEAD.getOrDefault(name, "请删掉");
    }

    private static String text(@Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }
}
