package com.guncai.backoffice.order;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says on the API page what the details of an order are; each service knows its own. */
@Component
class OrderDescription implements OpenApiCustomizer {
    private final List<OrderDetails> details;

    OrderDescription(List<OrderDetails> details) {
        this.details = details;
    }

    @Override
    public void customise(OpenAPI api) {
        var text =
                details.stream().map(OrderDetails::fields).sorted().collect(Collectors.joining("；", "下单时填写的内容。", ""));
        if (api.getComponents().getSchemas().get("OrderView") instanceof Schema<?> view
                && view.getProperties().get("details") instanceof Schema<?> ordered) {
            ordered.setDescription(text);
        }
    }
}
