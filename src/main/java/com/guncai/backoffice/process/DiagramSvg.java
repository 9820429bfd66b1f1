package com.guncai.backoffice.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws a diagram as it is laid out in the Modeler. Made on the server, so that a page needs no script to show it, and without
 * style attributes, which the policy of staff pages would refuse.
 */
final class DiagramSvg {
    private static final double MARGIN = 16;
    private static final double LINE = 15;

    private final BpmnModelInstance model;
    private final Function<String, Mark> marks;
    private final Function<String, String> badges;
    private final StringBuilder svg = new StringBuilder();

    private DiagramSvg(BpmnModelInstance model, Function<String, Mark> marks, Function<String, String> badges) {
        this.model = model;
        this.marks = marks;
        this.badges = badges;
    }

    /** What the reader should see of an element. */
    enum Mark {
        NONE("#fff", "#5d6b66"),
        PASSED("#eef6f3", "#0b6b57"),
        HERE("#fdf0c8", "#b77900"),
        WARM("#f8cf93", "#a85b00"),
        HOT("#f3b0a2", "#a33a2a");

        private final String fill;
        private final String stroke;

        Mark(String fill, String stroke) {
            this.fill = fill;
            this.stroke = stroke;
        }
    }

    /** @param marks by id of an element */
    static String of(BpmnModelInstance model, Function<String, Mark> marks) {
        return of(model, marks, id -> "");
    }

    /** @param badges a few signs at the upper right of an element, by its id; empty for none */
    static String of(BpmnModelInstance model, Function<String, Mark> marks, Function<String, String> badges) {
        return new DiagramSvg(model, marks, badges).drawn();
    }

    private String drawn() {
        var shapes = model.getModelElementsByType(BpmnShape.class);
        var edges = model.getModelElementsByType(BpmnEdge.class);
        var xs = new ArrayList<Double>();
        var ys = new ArrayList<Double>();
        for (var shape : shapes) {
            extend(xs, ys, shape.getBounds());
            if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
                extend(xs, ys, shape.getBpmnLabel().getBounds());
            }
        }
        edges.forEach(edge -> edge.getWaypoints().forEach(point -> {
            xs.add(point.getX());
            ys.add(point.getY());
        }));
        var left = min(xs) - MARGIN;
        var top = min(ys) - MARGIN;
        var width = max(xs) + MARGIN - left;
        var height = max(ys) + MARGIN + LINE - top;
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" width="%s" height="%s" font-size="12" \
                font-family="PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif" fill="#22302c">\
                <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" \
                orient="auto"><path d="M0 0L10 5L0 10z" fill="#5d6b66"/></marker></defs>"""
                        .formatted(
                                number(left),
                                number(top),
                                number(width),
                                number(height),
                                number(width),
                                number(height)));
        edges.forEach(this::edge);
        shapes.stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent))
                .forEach(this::shape);
        shapes.stream()
                .filter(shape -> shape.getBpmnElement() instanceof BoundaryEvent)
                .forEach(this::shape);
        return svg.append("</svg>").toString();
    }

    private void edge(BpmnEdge edge) {
        var path = new StringBuilder();
        for (Waypoint point : edge.getWaypoints()) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number(point.getX()))
                    .append(' ')
                    .append(number(point.getY()));
        }
        svg.append("<path d=\"%s\" fill=\"none\" stroke=\"#5d6b66\" stroke-width=\"1.4\" marker-end=\"url(#arrow)\"/>"
                .formatted(path));
        var label = edge.getBpmnLabel();
        if (label != null && label.getBounds() != null) {
            text(name(edge.getBpmnElement()), label.getBounds(), false);
        }
    }

    private void shape(BpmnShape shape) {
        var element = shape.getBpmnElement();
        var at = shape.getBounds();
        var mark = marks.apply(element.getId());
        var look = " fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\""
                .formatted(mark.fill, mark.stroke, weight(element, mark));
        var x = at.getX() + at.getWidth() / 2;
        var y = at.getY() + at.getHeight() / 2;
        if (element instanceof Event) {
            var radius = at.getWidth() / 2;
            svg.append(
                    "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>".formatted(number(x), number(y), number(radius), look));
            if (element instanceof BoundaryEvent || element instanceof IntermediateCatchEvent) {
                svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"none\" stroke=\"%s\"/>"
                        .formatted(number(x), number(y), number(radius - 3), mark.stroke));
            }
        } else if (element instanceof Gateway) {
            var half = at.getWidth() / 2;
            svg.append("<path d=\"M%s %sL%s %sL%s %sL%s %sz\"%s/>"
                    .formatted(
                            number(x - half),
                            number(y),
                            number(x),
                            number(y - half),
                            number(x + half),
                            number(y),
                            number(x),
                            number(y + half),
                            look));
            svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-size=\"20\">%s</text>"
                    .formatted(number(x), number(y + 7), element instanceof ParallelGateway ? "+" : "×"));
        } else if (element instanceof Activity) {
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\"%s/>"
                    .formatted(
                            number(at.getX()), number(at.getY()), number(at.getWidth()), number(at.getHeight()), look));
            text(name(element), at, true);
            if (element instanceof UserTask) {
                svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"none\" stroke=\"%s\"/>"
                        .formatted(number(at.getX() + 12), number(at.getY() + 11), mark.stroke));
                svg.append("<path d=\"M%s %sq6 -8 12 0\" fill=\"none\" stroke=\"%s\"/>"
                        .formatted(number(at.getX() + 6), number(at.getY() + 21), mark.stroke));
            }
        } else {
            return;
        }
        var label = shape.getBpmnLabel();
        if (!(element instanceof Activity) && label != null && label.getBounds() != null) {
            text(name(element), label.getBounds(), false);
        }
        badge(badges.apply(element.getId()), at, mark);
    }

    private void badge(String text, Bounds at, Mark mark) {
        if (!text.isEmpty()) {
            var width = 12 + 8.0 * text.length();
            var x = at.getX() + at.getWidth() - width / 2;
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"20\" rx=\"10\" fill=\"%s\"/>"
                    .formatted(number(x), number(at.getY() - 11), number(width), mark.stroke));
            svg.append(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-size=\"13\" font-weight=\"bold\" fill=\"#fff\">%s</text>"
                            .formatted(
                                    number(x + width / 2), number(at.getY() + 4), HtmlUtils.htmlEscape(text, "UTF-8")));
        }
    }

    private static String weight(BaseElement element, Mark mark) {
        return element instanceof EndEvent || mark == Mark.HERE ? "3" : "1.5";
    }

    private static String name(BaseElement element) {
        var name = element instanceof FlowElement named ? named.getName() : null;
        return name == null ? "" : name;
    }

    private void text(String text, Bounds at, boolean inside) {
        var lines = WrappedText.lines(text, Math.max(at.getWidth() - (inside ? 12 : 0), 3 * WrappedText.EM));
        var x = at.getX() + at.getWidth() / 2;
        var y = inside
                ? at.getY() + at.getHeight() / 2 - (lines.size() - 1) * LINE / 2 + 4
                : at.getY() + WrappedText.EM;
        for (var line : lines) {
            svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>"
                    .formatted(number(x), number(y), HtmlUtils.htmlEscape(line, "UTF-8")));
            y += LINE;
        }
    }

    private static void extend(Collection<Double> xs, Collection<Double> ys, Bounds bounds) {
        xs.add(bounds.getX());
        xs.add(bounds.getX() + bounds.getWidth());
        ys.add(bounds.getY());
        ys.add(bounds.getY() + bounds.getHeight());
    }

    private static double min(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static double max(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
