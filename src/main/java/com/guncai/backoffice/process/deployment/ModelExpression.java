package com.guncai.backoffice.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * An expression of a diagram, wherever it stands: in a task's call, a listener, a condition, a parameter, a timer, a due
 * date, a candidate group, a form field. The model API knows the attributes of each element by its own getter only; what
 * must not miss one walks the document behind it.
 *
 * @param text as written, with what surrounds its {@code ${…}}
 * @param id of the task, event, gateway, flow or process that it belongs to
 * @param owner how that one is called; its id when it has no name
 */
record ModelExpression(String text, String id, String owner) {
    /** Remarks, and scripts, which are written in a language of their own. */
    private static final Set<String> OTHER_TEXTS = Set.of("textAnnotation", "script");

    /** In the order of the file. */
    static List<ModelExpression> of(BpmnModelInstance model) {
        var found = new ArrayList<ModelExpression>();
        var root = ((org.w3c.dom.Document) model.getDocument().getDomSource().getNode()).getDocumentElement();
        collect(root, root, model, found);
        return List.copyOf(found);
    }

    private static void collect(Element element, Element around, BpmnModelInstance model, List<ModelExpression> found) {
        if (OTHER_TEXTS.contains(element.getLocalName()) || element.hasAttribute("language")) {
            return;
        }
        var owner = owns(element, model) ? element : around;
        texts(element)
                .filter(text -> text.contains("${") || text.contains("#{"))
                .forEach(text -> found.add(new ModelExpression(text.strip(), owner.getAttribute("id"), called(owner))));
        nodes(element.getChildNodes())
                .filter(Element.class::isInstance)
                .forEach(child -> collect((Element) child, owner, model, found));
    }

    private static boolean owns(Element element, BpmnModelInstance model) {
        var own = element.hasAttribute("id") ? model.getModelElementById(element.getAttribute("id")) : null;
        return own instanceof FlowElement || own instanceof Process;
    }

    private static String called(Element element) {
        var name = element.getAttribute("name");
        return StringUtils.hasText(name) ? name : element.getAttribute("id");
    }

    private static Stream<String> texts(Element element) {
        var attributes = element.getAttributes();
        return Stream.concat(
                IntStream.range(0, attributes.getLength())
                        .mapToObj(i -> attributes.item(i).getNodeValue()),
                nodes(element.getChildNodes()).filter(Text.class::isInstance).map(Node::getNodeValue));
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
