package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The opaque {@code next} of a page: where it ended. */
final class PageCursor {
    /** Microseconds of this millennium and the next, and the number of an order. */
    private static final Pattern MADE = Pattern.compile("(\\d{1,17})\\.([0-9A-Za-z]{1,32})");

    private PageCursor() {}

    static String of(OrderSearch.Position position) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, position.createdAt());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + "." + position.orderNo()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code REQUEST_INVALID} unless it is one that {@link #of} made */
    static OrderSearch.@Nullable Position position(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            var parts = MADE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (parts.matches()) {
                return new OrderSearch.Position(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), parts.group(2));
            }
        } catch (IllegalArgumentException unreadable) {
            // is no answer of ours either
        }
        throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "翻页参数有误，请重新查询");
    }
}
