package com.guncai.backoffice.inspection;

import com.guncai.backoffice.order.CatalogSection;
import com.guncai.backoffice.order.OrderDetails;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** All that the rest of the product has to know of the service. */
@TestConfiguration(proxyBeanMethods = false)
class InspectionService {
    static final ServiceCode INSPECTION = ServiceCode.virtual("INSPECTION", "年检代办");
    static final long PRICE_FEN = 20_000;

    @Bean
    ServiceCode inspection() {
        return INSPECTION;
    }

    @Bean
    StaffGroup inspectionDesk() {
        return new StaffGroup("inspection-desk", "年检台");
    }

    @Bean
    CatalogSection inspectionPrice() {
        return () -> Map.of("inspectionPriceFen", PRICE_FEN);
    }

    @Bean
    Plates plates() {
        return new Plates();
    }

    /** Models call a process by the name of its bean. */
    @Bean
    InspectionProcess inspectionProcess(Processes processes, Orders orders, Plates plates) {
        return new InspectionProcess(processes, orders, plates);
    }

    /** By order number the car; a service that is for real has a table. */
    static class Plates extends ConcurrentHashMap<String, String> implements OrderDetails {
        @Override
        public boolean concerns(ServiceCode service) {
            return service.equals(INSPECTION);
        }

        @Override
        public String fields() {
            return "年检：plate";
        }

        @Override
        public Map<String, Details> of(Collection<String> orderNos) {
            return List.copyOf(orderNos).stream()
                    .filter(this::containsKey)
                    .collect(Collectors.toMap(
                            orderNo -> orderNo, orderNo -> new Details(Map.of("plate", get(orderNo)), null)));
        }

        @Override
        public Optional<Summary> summary(String orderNo) {
            return Optional.ofNullable(get(orderNo)).map(plate -> new Summary("年检 " + plate, ""));
        }
    }
}
