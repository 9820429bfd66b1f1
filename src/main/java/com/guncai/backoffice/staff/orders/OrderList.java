package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pages of found orders. Phones are masked, whoever looks. */
@Service
@Transactional(readOnly = true)
class OrderList {
    private final OrderSearch search;
    private final OrderReaders readers;
    private final Customers customers;

    OrderList(OrderSearch search, OrderReaders readers, Customers customers) {
        this.search = search;
        this.readers = readers;
        this.customers = customers;
    }

    /** @param after where the page before ended; {@code null} for the first */
    Page page(OrderQuery query, Authentication staff, OrderSearch.@Nullable Position after, int size) {
        var found = search.page(readers.criteria(query, staff), after, size + 1);
        var shown = found.size() > size ? found.subList(0, size) : found;
        var phones = customers.phones(
                shown.stream().map(OrderSearch.Found::customerId).distinct().toList());
        return new Page(
                shown.stream()
                        .map(order -> new Item(order, masked(phones.get(order.customerId()))))
                        .toList(),
                found.size() > size ? PageCursor.of(shown.get(size - 1).position()) : null);
    }

    private static String masked(@Nullable String phone) {
        return phone == null ? "" : MobileNumber.masked(phone);
    }

    /** @param next of the page that follows; {@code null} on the last one */
    record Page(List<Item> items, @Nullable String next) {}

    /** @param customerPhone masked; empty when none is bound */
    record Item(OrderSearch.Found order, String customerPhone) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
