package bare;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The beans that the product's diagrams name. They do nothing, so that what is left is the engine's part. */
final class NoOps {
    private static Date in(Duration time) { return Date.from(Instant.now().plus(time)); }
    @Component("payment")
    public static class UploadNoOp {
        public void uploadShipping(String orderNo) {}
    }
    @Component("paymentProcess")
    public static class PaymentNoOp {
        private final RuntimeService runtime;

        PaymentNoOp(@Lazy RuntimeService runtime) { this.runtime = runtime; }
        public Date deadline(String orderNo) { return in(Duration.ofMinutes(30)); }
        public void synchronise(String orderNo) {}
        public boolean close(String orderNo) { return false; }
        public void cancelUnpaid(String orderNo) {}
        public void startFulfilment(String orderNo) {
            runtime.startProcessInstanceByKey("FlowerOrderProcess", orderNo, Map.of("orderNo", orderNo));
        }
    }
    @Component("refund")
    public static class RefundNoOp {
        public String open(String orderNo, String reason) { return orderNo; }
    }
    @Component("flowerOrderProcess")
    public static class FlowerNoOp {
        public String card(String orderNo) { return "flowerOrderProcess/" + orderNo; }
        public String summary(String orderNo) { return "红玫瑰 11 枝 · 南宁 · 明天 10:00"; }
        public void recordShopContact(String orderNo, Object name, Object phone, Object at, Object no, Object cost, Object confirmed) {}
        public void recordUndeliverable(String orderNo, String reason) {}
        public void complete(String orderNo, String note, Object early) {}
    }
    @Component("messageProcess")
    public static class SendingNoOp {
        public void sendToDesk(String orderNo, String desk, String template) {}
        public void sendToCustomer(String orderNo, String template) {}
    }
    /** Starts the product's MessageProcess when asked to. */
    @Component("notification")
    public static class Telling {
        static volatile boolean casesOfTheirOwn;
        private final RuntimeService runtime;

        Telling(@Lazy RuntimeService runtime) { this.runtime = runtime; }
        public void tellDesk(String orderNo, String desk, String template) { tell(orderNo, desk, template); }
        public void tellCustomer(String orderNo, String template) { tell(orderNo, null, template); }

        private void tell(String orderNo, String desk, String template) {
            if (!casesOfTheirOwn) return;
            var variables = new HashMap<String, Object>();
            variables.put("orderNo", orderNo);
            variables.put("desk", desk);
            variables.put("template", template);
            runtime.startProcessInstanceByKey("MessageProcess", orderNo + "-" + template, variables);
        }
    }
}
