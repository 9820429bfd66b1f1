package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Modeler.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.Json;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Managers change a value of a table, as Camunda Modeler deploys it; the next order follows it. */
class ManagersTablesIT extends ManagersFixture {
    private static final DateTimeFormatter ENGINE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    @AfterEach
    void backToTheRelease() {
        for (var table : new String[] {"Deadlines.dmn", "RefundApproval.dmn"}) {
            modeler.deploys(table, file(table)).is(200);
        }
    }

    @Test
    void theReminderComesAfter45MinutesInsteadOf30() {
        var table = file("Deadlines.dmn");
        var row = table.indexOf("\"Task_PurchaseFlowers\"");
        var changed = table.substring(0, row)
                + table.substring(row)
                        .replaceFirst("(?s)<text>30</text>(.*?)<text>30</text>", "<text>30</text>$1<text>45</text>");
        modeler.deploys("Deadlines.dmn", changed).is(200);
        // A new version of this table counts within ten seconds.
        Json.at(port).post("/sandbox/clock", Map.of("advance", "PT11S")).is(200);

        var task = flower.awaitsTask(paid());

        assertThat(Duration.between(at(task, "created"), at(task, "followUp"))).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void theAmountOfATableDecidesOnTheNextRefund() {
        modeler.deploys("RefundApproval.dmn", file("RefundApproval.dmn").replace("&gt; 300", "&gt; 100"))
                .is(200);
        var orderNo = paid();

        customer.asksForRefund(orderNo, "不想要了").is(202);

        var task = new Clerk(port, "manager")
                .refundTask(orderNo)
                .orElseThrow()
                .get("id")
                .asText();
        new Clerk(port, "service").claims(task).is(403);
        new Clerk(port, "manager").claims(task).is(204);
    }

    private static OffsetDateTime at(JsonNode task, String time) {
        return OffsetDateTime.parse(task.get(time).asText(), ENGINE);
    }
}
