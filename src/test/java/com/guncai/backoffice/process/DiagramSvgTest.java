package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.process.DiagramSvg.Mark;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Every diagram is drawn with all its steps, and says where the order is. */
class DiagramSvgTest {
    static Stream<Path> diagrams() throws IOException {
        return Files.list(Path.of("processes")).filter(file -> file.toString().endsWith(".bpmn"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyStepIsDrawnAndTheOneAtHandStandsOut(Path file) throws Exception {
        var model = Bpmn.readModelFromFile(file.toFile());
        var tasks = model.getModelElementsByType(UserTask.class);
        var here = tasks.stream().findFirst().map(UserTask::getId).orElse("");

        var svg = DiagramSvg.of(model, id -> id.equals(here) ? Mark.HERE : Mark.NONE);

        var drawn = parsed(svg);
        var shapes = drawn.getElementsByTagName("rect").getLength()
                + drawn.getElementsByTagName("circle").getLength()
                + drawn.getElementsByTagName("path").getLength();
        assertThat(shapes)
                .isGreaterThan(model.getModelElementsByType(FlowNode.class).size());
        tasks.forEach(
                task -> assertThat(drawn.getDocumentElement().getTextContent().replaceAll("\\s", ""))
                        .contains(task.getName().replaceAll("\\s", "")));
        assertThat(svg.split("#fdf0c8", -1)).hasSize(here.isEmpty() ? 1 : 2);
        assertThat(svg).doesNotContain("style=", "<script", "NaN");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
