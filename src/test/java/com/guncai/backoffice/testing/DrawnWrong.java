package com.guncai.backoffice.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts a diagram into force that no check has seen, as one that was deployed before there were any: into the stored version
 * itself, so that running cases follow it too.
 */
@TestComponent
public class DrawnWrong {
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcTemplate jdbc;
    private final Map<String, byte[]> right = new LinkedHashMap<>();

    public DrawnWrong(RepositoryService repository, ProcessEngineConfigurationImpl engine, JdbcTemplate jdbc) {
        this.repository = repository;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** Changes the newest version of a process. */
    public void draw(String key, UnaryOperator<String> change) {
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        var id = jdbc.queryForObject(
                "select ID_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ = ? and NAME_ = ?",
                String.class,
                newest.getDeploymentId(),
                newest.getResourceName());
        var stored = jdbc.queryForObject("select BYTES_ from ACT_GE_BYTEARRAY where ID_ = ?", byte[].class, id);
        right.putIfAbsent(id, stored);
        var before = new String(stored, StandardCharsets.UTF_8);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("nothing changed in " + key);
        }
        // Shapes of steps that are gone would be the only thing the engine finds wrong.
        store(
                id,
                after.replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Draws a step that fails between two elements of a diagram. */
    public void breakBetween(String key, String source, String target) {
        var flow = "sourceRef=\"" + source + "\" targetRef=\"" + target + "\"";
        draw(key, xml -> {
            var scope =
                    xml.indexOf("</bpmn:subProcess>", xml.indexOf(flow)) > 0 && source.startsWith("StartEvent_OrderRef")
                            ? "</bpmn:subProcess>"
                            : "</bpmn:process>";
            return xml.replace(flow, "sourceRef=\"" + source + "\" targetRef=\"Task_Broken\"")
                    .replace(
                            scope,
                            "<bpmn:serviceTask id=\"Task_Broken\" name=\"出错的一步\" camunda:expression=\"${nope}\"/>"
                                    + "<bpmn:sequenceFlow id=\"SequenceFlow_Broken\" sourceRef=\"Task_Broken\" targetRef=\""
                                    + target + "\"/>" + scope);
        });
    }

    /** Leads from an element past its next one to another. */
    public void redirect(String key, String source, String target, String instead) {
        draw(
                key,
                xml -> xml.replace(
                        "sourceRef=\"" + source + "\" targetRef=\"" + target + "\"",
                        "sourceRef=\"" + source + "\" targetRef=\"" + instead + "\""));
    }

    /** Takes the event away that waits for a message. */
    public void deafen(String key, String message) {
        draw(key, xml -> xml.replace("name=\"" + message + "\"", "name=\"Nobody\""));
    }

    /** Every diagram is as it was: a manager mended it. */
    public void mend() {
        right.forEach(this::store);
        right.clear();
    }

    private void store(String id, byte[] xml) {
        jdbc.update("update ACT_GE_BYTEARRAY set BYTES_ = ? where ID_ = ?", xml, id);
        engine.getDeploymentCache().discardProcessDefinitionCache();
    }
}
