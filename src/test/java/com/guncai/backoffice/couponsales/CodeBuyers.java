package com.guncai.backoffice.couponsales;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Who buys movie codes, and the stock they come from. */
public class CodeBuyers {
    private final int port;
    private final Engine engine;

    public CodeBuyers(int port, Engine engine) {
        this.port = port;
        this.engine = engine;
    }

    static MiniProgram customer(int port) {
        return MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    public MiniProgram customer() {
        return customer(port);
    }

    public void nothingIsInStock() {
        Json.at(port).delete("/sandbox/codes").is(204);
    }

    public void stock(int count) {
        Json.at(port).post("/sandbox/codes", Map.of("count", count)).is(201);
    }

    /** An order that nobody has looked at yet. */
    public ProcessInstance paid(MiniProgram buyer, int quantity) {
        var orderNo = buyer.buys("movie-30", quantity).is(201).text("/orderNo");
        var process = engine.paid(buyer, orderNo);
        assertThat(process).isWaitingAtExactly("Task_HandOutCodes");
        return process;
    }

    /** An order for which there were not enough codes. */
    public ProcessInstance waiting(MiniProgram buyer, int quantity) {
        var order = paid(buyer, quantity);
        engine.run(order, "Task_HandOutCodes");
        assertThat(order).isWaitingAt("Task_RestockForOrder");
        return order;
    }
}
