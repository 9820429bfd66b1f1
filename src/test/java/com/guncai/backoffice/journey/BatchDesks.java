package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Files.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.Json.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The coupon desk, which hands files in, and the manager, who decides on lists of phones. */
class BatchDesks {
    final Clerk clerk;
    final Clerk manager;
    private final Clerk admin;

    BatchDesks(int port) {
        clerk = new Clerk(port, "coupon");
        manager = new Clerk(port, "manager");
        admin = new Clerk(port, "admin");
    }

    static String newNumber() {
        return "PICC-" + System.nanoTime();
    }

    static String newPhone() {
        return "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
    }

    /** Hands in the list of a batch and answers its process. */
    String issue(Clerk by, String product, String batch, String... lines) {
        return asksToIssue(by, product, batch, lines).is(200).text("/id");
    }

    Answer asksToIssue(Clerk by, String product, String batch, String... lines) {
        return start(by, "CouponIssueProcess", csv(lines), Map.of("couponProduct", product, "batchNo", batch));
    }

    /** Hands in movie codes that PICC bought for 81.50 yuan and answers the process. */
    String importCodes(byte[] file) {
        return asksToImport(file).is(200).text("/id");
    }

    Answer asksToImport(byte[] file) {
        var fields = Map.of("couponProduct", "movie-30", "boughtBy", "PICC", "purchaseCostYuan", "81.5");
        return start(clerk, "CouponImportProcess", file, fields);
    }

    private static Answer start(Clerk by, String process, byte[] file, Map<String, String> fields) {
        return by.rest()
                .post(
                        "/engine-rest/process-definition/key/" + process + "/submit-form",
                        Files.form("文件.csv", file, fields));
    }

    /** Starts a process at a task, as if all before it were done. */
    Answer startsAt(Clerk by, String processAndTask, String caseNo) {
        var names = processAndTask.split("/");
        var variables = new HashMap<String, Object>();
        variables.put("orderNo", Map.of("value", caseNo));
        variables.put("approved", Map.of("value", true));
        variables.put("confirmed", Map.of("value", true));
        return by.rest()
                .post(
                        "/engine-rest/process-definition/key/" + names[0] + "/start",
                        Map.of(
                                "variables",
                                variables,
                                "startInstructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", names[1]))));
    }

    void approve(String process) {
        manager.completes(task(manager, process, "Task_ApproveIssue"), Map.of("approved", true))
                .is(204);
    }

    String task(Clerk by, String process, String definition) {
        var query = "/task?processInstanceId=" + process + "&taskDefinitionKey=" + definition;
        await().untilAsserted(() -> assertThat(by.asks(query)).hasSize(1));
        return by.asks(query).at("/0/id").asText();
    }

    boolean isOver(String process) {
        return admin.asks("/history/process-instance/" + process)
                .at("/state")
                .asText()
                .equals("COMPLETED");
    }
}
