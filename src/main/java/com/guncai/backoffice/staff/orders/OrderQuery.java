package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.process.CompletedTasks;
import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the search was asked for, as it stands in the address of the page.
 *
 * @param q a number, its last digits, a phone, a name
 * @param service its code
 * @param from the first day of placing, {@code to} the last one, Asia/Shanghai
 * @param desk id of the group that works at the order
 * @param clerk user id of who completed a task of it
 */
record OrderQuery(
        @Nullable String q,
        @Nullable String service,
        @Nullable OrderStatus status,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable String city,
        @Nullable String desk,
        @Nullable String clerk) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** @param scope what the reader sees, of the {@code desk} and the {@code service} */
    OrderSearch.Criteria criteria(OrderSearch.Scope scope) {
        var worker = text(clerk);
        return new OrderSearch.Criteria(
                scope,
                text(q),
                status,
                from == null ? null : Days.start(from),
                to == null ? null : Days.end(to),
                text(city),
                worker.isEmpty() ? List.of() : List.of(CompletedTasks.ORDERS_OF_CLERK),
                worker.isEmpty()
                        ? Map.of()
                        : Map.of("clerk", worker, "workedFrom", Instant.EPOCH.atOffset(ZoneOffset.UTC)));
    }

    String deskId() {
        return text(desk);
    }

    /** For the address of the next page and of the export: {@code ?q=…&status=…}. */
    String parameters() {
        var address = UriComponentsBuilder.newInstance();
        add(address, "q", q);
        add(address, "service", service);
        add(address, "status", status);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "city", city);
        add(address, "desk", desk);
        add(address, "clerk", clerk);
        return Objects.requireNonNullElse(address.encode().build().toUriString(), "");
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && StringUtils.hasText(value.toString())) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.toString()));
        }
    }

    /** Without what nobody can type, and no database takes. */
    private static String text(@Nullable String value) {
        return value == null ? "" : CONTROL.matcher(value).replaceAll("").strip();
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
