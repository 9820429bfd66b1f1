package com.guncai.backoffice.order;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.RetryOnConflict;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the requests that create an order, of any service, so that a repeated request is the same order. */
@Service
public class Placements {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private final Orders orders;
    private final RequestDigest digest;

    Placements(Orders orders, RequestDigest digest) {
        this.orders = orders;
        this.digest = digest;
    }

    /**
     * Call it outside any transaction.
     *
     * @param idempotencyKey the header {@code Idempotency-Key} as it came
     * @param request what was asked for; the same key with another request is refused
     * @param place places the order in one transaction of its own
     * @throws ProblemException {@code IDEMPOTENCY_KEY_REQUIRED}, {@code IDEMPOTENCY_KEY_INVALID}, {@code IDEMPOTENCY_KEY_REUSED},
     *     and whatever {@code place} refuses
     */
    @RetryOnConflict
    @Transactional(propagation = Propagation.NEVER)
    public Placed place(
            CurrentCustomer customer,
            @Nullable String idempotencyKey,
            Object request,
            Function<Placement, Order> place) {
        var placement = new Placement(customer, checked(idempotencyKey), digest.of(request));
        try {
            return new Placed(place.apply(placement), true);
        } catch (RuntimeException failure) {
            // Whatever a repeated request fails with, be it the unique key or the coupon it holds already, it is that
            // order.
            return new Placed(orders.placedBefore(placement).orElseThrow(() -> failure), false);
        }
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw ProblemException.invalid(ProblemCode.IDEMPOTENCY_KEY_REQUIRED, "请求缺少 Idempotency-Key");
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.invalid(
                    ProblemCode.IDEMPOTENCY_KEY_INVALID, "Idempotency-Key 须为不超过 64 个的可见 ASCII 字符");
        }
        return key;
    }

    /** @param isNew whether this request made it, and not an earlier one with the same key */
    public record Placed(Order order, boolean isNew) {}
}
