package bare;

import jakarta.persistence.*;
import java.nio.file.*;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.*;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.*;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.*;

/** What somebody would build in an afternoon: Camunda's starter, one table, one endpoint; the product's own diagrams. */
@SpringBootApplication
public class BareApplication {
    public static void main(String[] arguments) { SpringApplication.run(BareApplication.class, arguments); }
    /** HTTP Basic of Camunda itself. */
    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> basicAuthentication() {
        var filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider",
                "org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider");
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }
    /** The product's diagrams and forms as they stand; their service tasks find the beans of {@link NoOps}. */
    @Bean
    ApplicationRunner deploy(RepositoryService repository, @Value("${bare.models}") String[] models) {
        return arguments -> {
            var deployment = repository.createDeployment().name("flowers").enableDuplicateFiltering(false);
            for (var model : models) {
                var file = Path.of(model);
                deployment.addString(file.getFileName().toString(), Files.readString(file));
            }
            deployment.deploy();
        };
    }
}

@Entity(name = "bare_order")
class BareOrder {
    @Id public String orderNo;
    @Version public Integer version;
    public String flowerId, city, address, recipient, phone, cardMessage, deliverySlot, status;
    public Instant createdAt;
}

interface BareOrders extends JpaRepository<BareOrder, String> {}

@RestController
class BareController {
    private final BareOrders orders;
    private final RuntimeService runtime;
    private volatile boolean ready;

    BareController(BareOrders orders, RuntimeService runtime) {
        this.orders = orders;
        this.runtime = runtime;
    }
    /** The port is open before the diagrams are deployed. */
    @EventListener(ApplicationReadyEvent.class)
    public void isReady() { ready = true; }
    @GetMapping("/ready")
    ResponseEntity<Void> ready() { return ResponseEntity.status(ready ? 200 : 503).build(); }
    @PostMapping("/start")
    @Transactional
    public BareOrder start(@RequestBody BareOrder order) {
        order.status = "AWAITING_PAYMENT";
        order.createdAt = Instant.now();
        orders.save(order);
        runtime.startProcessInstanceByKey("PaymentProcess", order.orderNo, Map.of("orderNo", order.orderNo));
        return order;
    }
    /** What a notice of a payment would do. */
    @PostMapping("/notice/{orderNo}")
    @Transactional
    public void paid(@PathVariable String orderNo) {
        orders.findById(orderNo).orElseThrow().status = "PAID";
        runtime.createMessageCorrelation("PaymentReceived").processInstanceBusinessKey(orderNo).correlate();
    }
    /** Whether telling somebody starts a case of its own, as in the product, or does nothing. */
    @PostMapping("/messages/{on}")
    void messages(@PathVariable boolean on) { NoOps.Telling.casesOfTheirOwn = on; }
}
