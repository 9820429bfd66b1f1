package com.guncai.backoffice.coupon;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codes that can be handed out. Whoever takes some holds the row of their product, so that buyers, batches and nodes
 * take one after the other; a code with less than a month left is no stock any more.
 */
@Service
@Transactional
public class CodeStock {
    private final CouponProductRepository products;
    private final CouponCodeRepository codes;
    private final List<BackorderDemand> claims;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CodeStock(
            CouponProductRepository products,
            CouponCodeRepository codes,
            List<BackorderDemand> claims,
            ApplicationEventPublisher events,
            Clock clock) {
        this.products = products;
        this.codes = codes;
        this.claims = claims;
        this.events = events;
        this.clock = clock;
    }

    /** Nobody else takes codes of the product until the transaction ends. */
    public CouponProduct lock(String productId) {
        return products.findLocked(productId).orElseThrow(CouponProducts::unknown);
    }

    /** How many could be handed out now. */
    @Transactional(readOnly = true)
    public long available(String productId) {
        return codes.count(productId, usefulUntil(clock.instant()));
    }

    /** How many codes of any product became too old within 30 days. */
    @Transactional(readOnly = true)
    public long discardedLately() {
        return codes.countDiscardedSince(clock.instant().minus(Duration.ofDays(30)));
    }

    /** The products of which any code could be handed out now. */
    @Transactional(readOnly = true)
    public Set<String> availableProducts() {
        return codes.availableProducts(usefulUntil(clock.instant()));
    }

    /** How many of those that could be handed out now belong to customers who paid. No batch may take them. */
    @Transactional(readOnly = true)
    public long owed(String productId) {
        var owed = claims.stream().mapToLong(claim -> claim.of(productId)).sum();
        return Math.min(owed, available(productId));
    }

    /** How many codes of each product customers paid for and wait for, whether or not they are in stock. */
    @Transactional(readOnly = true)
    Map<String, Long> wanted() {
        return claims.stream()
                .flatMap(claim -> claim.byProduct().entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    /** What could be handed out now, by validity, the earliest first. */
    @Transactional(readOnly = true)
    public List<CodeLot> lots(String productId) {
        return codes.lots(productId, usefulUntil(clock.instant()));
    }

    /** As {@link #lots(String)} for every product that has any, by its id. */
    @Transactional(readOnly = true)
    Map<String, List<CodeLot>> lots() {
        return codes.lots(usefulUntil(clock.instant())).stream()
                .collect(groupingBy(CodeLot.OfProduct::productId, mapping(CodeLot.OfProduct::lot, toList())));
    }

    /** Codes with less than a month left become 弃票; answers how many. Without it they are not handed out either. */
    public int discard() {
        var locked = products.findAllLocked(Coupon.Kind.CODE);
        var now = BusinessTime.now(clock);
        var discarded = codes.discard(locked.stream().map(CouponProduct::id).toList(), usefulUntil(now), now);
        if (discarded > 0) {
            codes.discardedAt(now).forEach(events::publishEvent);
        }
        return discarded;
    }

    /**
     * Takes codes, those that expire first; none at all when there are not enough.
     *
     * @throws OptimisticLockingFailureException when one is gone meanwhile all the same; to be tried again
     */
    List<CouponCode> take(String productId, int quantity) {
        lock(productId);
        var now = BusinessTime.now(clock);
        var taken = codes.earliest(productId, usefulUntil(now), Limit.of(quantity));
        if (taken.size() < quantity) {
            return List.of();
        }
        if (codes.issue(taken.stream().map(CouponCode::id).toList(), now) < quantity) {
            throw new OptimisticLockingFailureException("a code of " + productId + " is in stock no more");
        }
        return taken;
    }

    /** The codes of an order's void coupons can be handed out again. */
    void putBack(String orderNo) {
        codes.putBack(orderNo);
    }

    /** A code has to be valid this long to be worth handing out: a month of the calendar. */
    public static Instant usefulUntil(Instant now) {
        return BusinessTime.local(now).plusMonths(1).toInstant();
    }
}
