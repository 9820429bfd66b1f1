package com.guncai.backoffice.journey;

import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.Multipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Camunda Modeler in a manager's hands. */
public class Modeler {
    private final Json rest;

    public Modeler(int port, String user) {
        this.rest = Json.at(port).as(user, user);
    }

    /**
     * Deploys as Camunda Modeler does: filtered, and changed files only.
     *
     * @param files name, content, name, content …
     */
    public Answer deploys(String... files) {
        var form = new Multipart()
                .field("deployment-name", files[0])
                .field("deployment-source", "Camunda Modeler")
                .field("enable-duplicate-filtering", "true")
                .field("deploy-changed-only", "true");
        for (int i = 0; i < files.length; i += 2) {
            form.file(files[i], files[i], "application/octet-stream", files[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return rest.post("/engine-rest/deployment/create", form);
    }

    /** A model or form as the release has it. */
    public static String file(String name) {
        var folder = name.endsWith(".form") ? "forms" : "processes";
        try {
            return Files.readString(Path.of(folder, name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A diagram with something put in the way of a flow. */
    public static String between(String diagram, String flow, String step, String stepId) {
        var start = diagram.indexOf("<bpmn:sequenceFlow id=\"" + flow + "\"");
        var end = diagram.indexOf("/>", start) + 2;
        var whole = diagram.substring(start, end);
        var target = whole.replaceAll("(?s).*targetRef=\"([^\"]+)\".*", "$1");
        return diagram.substring(0, start)
                + whole.replace("targetRef=\"" + target + "\"", "targetRef=\"" + stepId + "\"")
                + step
                + "<bpmn:sequenceFlow id=\"SequenceFlow_After_%s\" sourceRef=\"%s\" targetRef=\"%s\" />"
                        .formatted(stepId, stepId, target)
                + diagram.substring(end)
                        .replaceFirst(
                                "(?s)<bpmn:incoming>" + flow + "</bpmn:incoming>",
                                "<bpmn:incoming>SequenceFlow_After_" + stepId + "</bpmn:incoming>");
    }
}
