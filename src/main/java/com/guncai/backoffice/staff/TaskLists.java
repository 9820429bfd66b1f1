package com.guncai.backoffice.staff;

import com.guncai.backoffice.process.Processes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.FilterService;
import org.springframework.stereotype.Component;

/** Addresses of lists in Tasklist. */
@Component
public class TaskLists {
    private final FilterService filters;

    TaskLists(FilterService filters) {
        this.filters = filters;
    }

    /**
     * What follows the Tasklist's address to show an order's open tasks, those of its refunds too, as far as the reader may
     * see them.
     */
    public String about(String orderNo) {
        // Without the inner quotes Tasklist takes an order number for a number.
        var search = """
                [{"type":"processVariables","operator":"eq","value":"'%s'","name":"%s"}]"""
                .formatted(orderNo, Processes.ORDER_NO);
        var list = filters.createTaskFilterQuery().filterName(TaskFilters.EVERYTHING).list().stream()
                .map(filter -> "filter=" + filter.getId() + "&")
                .findFirst()
                .orElse("");
        return "#/?" + list + "searchQuery="
                + URLEncoder.encode(search, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
