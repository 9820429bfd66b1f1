package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.order.OrderDay.Happening;
import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.process.CompletedTasks;
import com.guncai.backoffice.process.OpenWork;
import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
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
 * @param happened what happened to it: {@code from} and {@code to} are then the days of that
 * @param work which open tasks the {@code desk} has with it
 * @param workedSince the first day of what the {@code clerk} completed
 */
record OrderQuery(
        @Nullable String q,
        @Nullable String service,
        @Nullable OrderStatus status,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable String city,
        @Nullable String desk,
        @Nullable String clerk,
        @Nullable Happening happened,
        OpenWork.@Nullable Part work,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate workedSince) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * @param scope what the reader sees, of the {@code desk} and the {@code service}
     * @param now what is overdue is so at this moment
     */
    OrderSearch.Criteria criteria(OrderSearch.Scope scope, Instant now) {
        var within = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        var start = from == null ? Instant.EPOCH : Days.start(from);
        var end = to == null ? Days.end(LocalDate.MAX) : Days.end(to);
        var worker = text(clerk);
        if (!worker.isEmpty()) {
            within.add(CompletedTasks.ORDERS_OF_CLERK);
            parameters.put("clerk", worker);
            var since = workedSince == null ? Instant.EPOCH : Days.start(workedSince);
            parameters.put("workedFrom", since.atOffset(ZoneOffset.UTC));
        }
        if (happened != null) {
            within.add(happened.orders());
            parameters.putAll(happened.parameters(start, end));
        }
        if (work != null && !deskId().isEmpty()) {
            within.add(work.orders());
            parameters.putAll(OpenWork.parameters(deskId(), now));
        }
        var ofPlacing = happened == null;
        return new OrderSearch.Criteria(
                scope,
                text(q),
                status,
                from == null || !ofPlacing ? null : start,
                to == null || !ofPlacing ? null : end,
                text(city),
                within,
                parameters);
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
        add(address, "happened", happened);
        add(address, "work", work);
        add(address, "workedSince", workedSince);
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
