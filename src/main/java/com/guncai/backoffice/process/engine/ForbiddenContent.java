package com.guncai.backoffice.process.engine;

import static com.guncai.backoffice.process.deployment.ModelVocabulary.BPMN;
import static com.guncai.backoffice.process.deployment.ModelVocabulary.CAMUNDA;

import com.guncai.backoffice.process.deployment.ModelVocabulary;
import com.guncai.backoffice.process.deployment.ReleasePages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.LocatorImpl;

/** Copies a diagram without what {@link ModelVocabulary} does not tolerate, and notes whose steps that belonged to. */
class ForbiddenContent {
    private static final Set<String> DO_SOMETHING = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final String PREFIX = "xmlns";
    private static final String NOTHING = "${null}";

    private final Map<String, String> steps = new LinkedHashMap<>();

    /** By id of the step, or of the process, what was left out of it. */
    Map<String, String> steps() {
        return steps;
    }

    /** The same element when everything in it is tolerated, as it nearly always is. */
    Element leftOut(Element root) {
        return isTolerated(root) ? root : copy(root, null);
    }

    private static boolean isTolerated(Element element) {
        return ModelVocabulary.isDrawing(element.getUri())
                || (ModelVocabulary.toleratesElement(space(element), element.getTagName())
                        && element.attributes().stream().allMatch(key -> isTolerated(element, key))
                        && element.elements().stream().allMatch(ForbiddenContent::isTolerated));
    }

    private static boolean isTolerated(Element element, String key) {
        if (key.startsWith(PREFIX)) {
            return true;
        }
        var space = key.substring(0, Math.max(0, key.lastIndexOf(':')));
        var name = key.substring(key.lastIndexOf(':') + 1);
        return ModelVocabulary.toleratesAttribute(space(element), element.getTagName(), space, name)
                && (!name.equals("formKey") || ReleasePages.isOurs(element.attribute(key)));
    }

    private Element copy(Element element, @Nullable String around) {
        var owner = owner(element, around);
        var isScript = element.getTagName().equals("scriptTask");
        if (isScript) {
            note(owner, "scriptTask");
        }
        var kept = new AttributesImpl();
        for (var key : new TreeSet<>(element.attributes())) {
            var name = key.substring(key.lastIndexOf(':') + 1);
            if (key.startsWith(PREFIX)) {
                kept.addAttribute("", key, key, "CDATA", element.attribute(key));
            } else if (isTolerated(element, key)) {
                kept.addAttribute(
                        key.substring(0, Math.max(0, key.lastIndexOf(':'))),
                        name,
                        name,
                        "CDATA",
                        element.attribute(key));
            } else {
                note(owner, name);
            }
        }
        var tag = isScript ? "serviceTask" : element.getTagName();
        addWhatTheEngineDemands(tag, kept);
        var position = new LocatorImpl();
        position.setLineNumber(element.getLine());
        position.setColumnNumber(element.getColumn());
        var copy = new Element(element.getUri(), tag, tag, kept, position);
        copy.appendText(element.getText());
        for (var child : element.elements()) {
            if (ModelVocabulary.isDrawing(child.getUri())) {
                copy.add(child);
            } else if (ModelVocabulary.toleratesElement(space(child), child.getTagName())
                    || (space(child).equals(BPMN) && child.getTagName().equals("scriptTask"))) {
                copy.add(copy(child, owner));
            } else {
                note(owner, child.getTagName());
            }
        }
        return copy;
    }

    /** A step that does nothing stays in its place, so that the flows to it and from it lead somewhere. */
    private static void addWhatTheEngineDemands(String tag, AttributesImpl attributes) {
        if (DO_SOMETHING.contains(tag)
                && attributes.getIndex(CAMUNDA, "expression") < 0
                && attributes.getIndex(CAMUNDA, "decisionRef") < 0) {
            attributes.addAttribute(CAMUNDA, "expression", "expression", "CDATA", NOTHING);
        }
        if (tag.equals("callActivity") && attributes.getIndex("calledElement") < 0) {
            attributes.addAttribute("", "calledElement", "calledElement", "CDATA", "none");
        }
    }

    /** The step that an element belongs to; where a flow leads to, as that is where the case can be stopped; else the process. */
    private static @Nullable String owner(Element element, @Nullable String around) {
        var tag = element.getTagName();
        if (!space(element).equals(BPMN)) {
            return around;
        }
        if (tag.equals("sequenceFlow")) {
            return element.attribute("targetRef");
        }
        var isStep = tag.equals("process")
                || tag.endsWith("Task")
                || tag.equals("task")
                || tag.endsWith("Event")
                || tag.endsWith("Gateway")
                || tag.equals("callActivity")
                || tag.equals("subProcess")
                || tag.equals("transaction");
        return isStep ? element.attribute("id") : around;
    }

    private void note(@Nullable String owner, String content) {
        if (owner != null) {
            steps.merge(owner, content, (one, other) -> one.contains(other) ? one : one + "、" + other);
        }
    }

    private static String space(Element element) {
        return element.getUri() == null ? "" : element.getUri();
    }
}
