package com.guncai.backoffice.staff.tasks;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.OpenTask;
import com.guncai.backoffice.process.OpenTasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds open tasks by what somebody types into one box: digits are an order number, a part of it, or a phone; a person's name or
 * a number of a purchase finds the order as the search of orders does; other words are looked for in what the list says.
 */
@Component
class TaskSearch {
    private static final Pattern GROUPED = Pattern.compile("[\\s\\p{Z}\\-—]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,32}");

    private static final Pattern ORDER_NO = Pattern.compile("\\d{11,32}");

    private final OpenTasks tasks;
    private final OrderSearch search;
    private final Orders orders;

    TaskSearch(OpenTasks tasks, OrderSearch search, Orders orders) {
        this.tasks = tasks;
        this.search = search;
        this.orders = orders;
    }

    List<OpenTask> find(OpenTasks.Reader reader, String entered, int size) {
        var plain = GROUPED.matcher(entered).replaceAll("");
        var digits = NUMBER.matcher(plain).matches() ? plain : "";
        var query = search.query(entered);
        var found = tasks.ofOrders(reader, digits, query.sql(), query.parameters(), size);
        if (!digits.isEmpty()) {
            return found;
        }
        var words = List.of(entered.strip().split("[\\s\\p{Z}]+"));
        return Stream.concat(found.stream(), tasks.withWords(reader, words, size).stream())
                .distinct()
                .limit(size)
                .toList();
    }

    /** Why nothing was found, for the number of an order more closely. */
    String explain(OpenTasks.Reader reader, String entered) {
        var plain = GROUPED.matcher(entered).replaceAll("");
        var order = ORDER_NO.matcher(plain).matches() ? orders.find(plain) : Optional.<Order>empty();
        if (order.isEmpty()) {
            return ORDER_NO.matcher(plain).matches() && !plain.matches("1\\d{10}")
                    ? "找不到：没有订单 " + plain + "，请核对订单号"
                    : "找不到“" + entered.strip() + "”：待办的任务里没有";
        }
        var all = new OpenTasks.Reader(reader.user(), Set.of(), true);
        return tasks.ofOrders(all, plain, "select cast(null as varchar(32))", Map.of(), 1)
                        .isEmpty()
                ? "订单 " + plain + " 现在没有待办的任务，订单" + order.get().status().label()
                : "订单 " + plain + " 的任务由别的组办理";
    }
}
