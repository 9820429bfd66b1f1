package com.guncai.backoffice.order;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says on the API page what the details of an order are and what can be done with it; each module knows its own. */
@Component
class OrderDescription implements OpenApiCustomizer {
    private final List<OrderDetails> details;
    private final List<OrderActions> actions;

    OrderDescription(List<OrderDetails> details, List<OrderActions> actions) {
        this.details = details;
        this.actions = actions;
    }

    @Override
    public void customise(OpenAPI api) {
        if (!(api.getComponents().getSchemas().get("OrderView") instanceof Schema<?> view)) {
            return;
        }
        if (view.getProperties().get("details") instanceof Schema<?> ordered) {
            ordered.setDescription(details.stream()
                    .map(OrderDetails::fields)
                    .sorted()
                    .collect(Collectors.joining("；", "下单时填写的内容。", "")));
        }
        if (view.getProperties().get("actions") instanceof Schema<?> possible) {
            possible.setDescription(names().entrySet().stream()
                    .map(action -> action.getKey() + " " + action.getValue())
                    .collect(Collectors.joining("、", "此刻可以调用的操作，以路径末段为名：", "。不在其中的按钮不必显示；调用时仍会再检查一次")));
        }
    }

    private Map<String, String> names() {
        var names = new TreeMap<String, String>();
        actions.forEach(source -> names.putAll(source.described()));
        return names;
    }
}
