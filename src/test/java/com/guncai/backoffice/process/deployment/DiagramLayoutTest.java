package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram is read at a glance: it fits a screen, its elements stand apart, and nothing lies over anything else. */
class DiagramLayoutTest {
    private static final double WIDEST = 1800;
    private static final double APART = 60;
    /** An arrow may touch the border of what it leads to. */
    private static final double BORDER = 2;

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void isNoWiderThanAScreen(Path file) {
        var all = new Rectangle2D.Double();
        var shapes = shapes(file);
        all.setRect(shapes.values().iterator().next());
        shapes.values().forEach(all::add);

        assertThat(all.getWidth()).as(file.toString()).isLessThanOrEqualTo(WIDEST);
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void keepsElementsApart(Path file) {
        var shapes = shapes(file);
        var wrong = new ArrayList<String>();
        shapes.forEach((one, area) -> shapes.forEach((other, otherArea) -> {
            if (one.getId().compareTo(other.getId()) < 0 && isBeside(one, other) && gap(area, otherArea) < APART) {
                wrong.add(one.getId() + " and " + other.getId() + ": " + gap(area, otherArea));
            }
        }));

        assertThat(wrong).as(file.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void leadsNoArrowAcrossAnElementOrALabel(Path file) {
        var shapes = shapes(file);
        var labels = labels(file);
        Models.each(file, SequenceFlow.class, (flow, wrong) -> lines((BpmnEdge) flow.getDiagramElement())
                .forEach(line -> {
                    shapes.forEach((node, area) -> {
                        if (!(node instanceof SubProcess) && line.intersects(shrunk(area))) {
                            wrong.add(flow.getId() + " crosses " + node.getId());
                        }
                    });
                    labels.forEach((node, area) -> {
                        if (line.intersects(shrunk(area))) {
                            wrong.add(flow.getId() + " crosses the label of " + node);
                        }
                    });
                }));
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void writesNoLabelOverAnything(Path file) {
        var wrong = new ArrayList<String>();
        var labels = labels(file);
        labels.forEach((of, label) -> {
            shapes(file).forEach((node, area) -> {
                if (!(node instanceof SubProcess) && label.intersects(shrunk(area))) {
                    wrong.add("label of " + of + " over " + node.getId());
                }
            });
            labels.forEach((other, area) -> {
                if (of.compareTo(other) < 0 && label.intersects(shrunk(area))) {
                    wrong.add("labels of " + of + " and " + other);
                }
            });
        });

        assertThat(wrong).as(file.toString()).isEmpty();
    }

    /** Neither within one another nor on its border. */
    private static boolean isBeside(FlowNode one, FlowNode other) {
        return !(one instanceof BoundaryEvent)
                && !(other instanceof BoundaryEvent)
                && one.getParentElement().equals(other.getParentElement());
    }

    private static double gap(Rectangle2D one, Rectangle2D other) {
        var across = Math.max(one.getMinX(), other.getMinX()) - Math.min(one.getMaxX(), other.getMaxX());
        var down = Math.max(one.getMinY(), other.getMinY()) - Math.min(one.getMaxY(), other.getMaxY());
        return Math.max(across, down);
    }

    private static Map<FlowNode, Rectangle2D> shapes(Path file) {
        var shapes = new LinkedHashMap<FlowNode, Rectangle2D>();
        for (var node : Models.read(file).getModelElementsByType(FlowNode.class)) {
            shapes.put(node, area(((BpmnShape) node.getDiagramElement()).getBounds()));
        }
        return shapes;
    }

    private static Map<String, Rectangle2D> labels(Path file) {
        var labels = new LinkedHashMap<String, Rectangle2D>();
        for (var shape : Models.read(file).getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
                labels.put(shape.getId(), area(shape.getBpmnLabel().getBounds()));
            }
        }
        return labels;
    }

    private static List<Line2D> lines(BpmnEdge edge) {
        var points = List.copyOf(edge.getWaypoints());
        var lines = new ArrayList<Line2D>();
        for (int i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            lines.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return lines;
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Rectangle2D shrunk(Rectangle2D area) {
        return new Rectangle2D.Double(
                area.getX() + BORDER,
                area.getY() + BORDER,
                area.getWidth() - 2 * BORDER,
                area.getHeight() - 2 * BORDER);
    }
}
