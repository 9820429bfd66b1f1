package com.guncai.backoffice.journey;

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

    public Clerk(int port, String user) {
        this.rest = Json.at(port).as(user, user);
        this.user = user;
    }

    public Json rest() {
        return rest;
    }

    /** The open task of an order that this clerk may see. */
    public Optional<JsonNode> task(String orderNo) {
        var tasks = rest.get("/engine-rest/task?processInstanceBusinessKey=" + orderNo)
                .is(200)
                .json();
        return StreamSupport.stream(tasks.spliterator(), false).findFirst();
    }

    /** The open task of an order's refund that this clerk may see. */
    public Optional<JsonNode> refundTask(String orderNo) {
        var tasks = rest.get(
                        "/engine-rest/task?processDefinitionKey=RefundProcess&processVariables=orderNo_eq_" + orderNo)
                .is(200)
                .json();
        return StreamSupport.stream(tasks.spliterator(), false).findFirst();
    }

    public Answer card(String taskId) {
        return rest.get("/engine-rest/task/" + taskId + "/form-variables?deserializeValues=false");
    }

    public Answer claims(String taskId) {
        return rest.post("/engine-rest/task/" + taskId + "/claim", Map.of("userId", user));
    }

    public Answer completes(String taskId, Map<String, ?> answers) {
        var variables = new HashMap<String, Object>();
        answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return rest.post("/engine-rest/task/" + taskId + "/submit-form", Map.of("variables", variables));
    }
}
