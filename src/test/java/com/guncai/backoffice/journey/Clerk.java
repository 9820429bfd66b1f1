package com.guncai.backoffice.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A member of staff at the engine's REST API, with the same authorizations as in Tasklist. */
public class Clerk {
    private final Json rest;
    private final String user;
    private final String engine;

    public Clerk(int port, String user) {
        this(port, user, "/engine-rest");
    }

    private Clerk(int port, String user, String engine) {
        this.rest = Json.at(port).as(user, user);
        this.user = user;
        this.engine = engine;
    }

    /** At one of several engines in the JVM: the plain path answers for the one named {@code default} only. */
    public static Clerk atEngine(int port, String user, String name) {
        return new Clerk(port, user, "/engine-rest/engine/" + name);
    }

    public Json rest() {
        return rest;
    }

    /** What the engine answers to a question, which begins with a slash. */
    public JsonNode asks(String question) {
        return rest.get(engine + question).is(200).json();
    }

    /** The open task of an order that this clerk may see. */
    public Optional<JsonNode> task(String orderNo) {
        var tasks = asks("/task?processInstanceBusinessKey=" + orderNo);
        return StreamSupport.stream(tasks.spliterator(), false).findFirst();
    }

    /** As above, once it is there: the process of a service starts in a job of its own. */
    public JsonNode awaitsTask(String orderNo) {
        await().until(() -> task(orderNo).isPresent());
        return task(orderNo).orElseThrow();
    }

    /** The open task of an order's refund that this clerk may see. */
    public Optional<JsonNode> refundTask(String orderNo) {
        var tasks = asks("/task?processDefinitionKey=RefundProcess&processVariables=orderNo_eq_" + orderNo);
        return StreamSupport.stream(tasks.spliterator(), false).findFirst();
    }

    /** The open task of help with an order, that this clerk may see. */
    public Optional<JsonNode> helpTask(String orderNo) {
        var tasks = asks("/task?processDefinitionKey=AfterSalesProcess&processVariables=orderNo_eq_" + orderNo);
        return StreamSupport.stream(tasks.spliterator(), false).findFirst();
    }

    public Answer card(String taskId) {
        return rest.get(engine + "/task/" + taskId + "/form-variables?deserializeValues=false");
    }

    public Answer claims(String taskId) {
        return rest.post(engine + "/task/" + taskId + "/claim", Map.of("userId", user));
    }

    public Answer completes(String taskId, Map<String, ?> answers) {
        var variables = new HashMap<String, Object>();
        answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return rest.post(engine + "/task/" + taskId + "/submit-form", Map.of("variables", variables));
    }
}
