package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be posted. Amounts in fen; debits count up, credits down, and the sum has to be zero.
 *
 * @param reference with the fact it names the entry; at most 120 characters
 * @param occurredAt when it happened, which may be before it became known
 * @param text for people, at most 200 characters, without personal data
 * @param externalNo the number that the account's own statement has
 * @param couponId the coupon that it is about
 * @param reverses the entry that it takes back
 * @param lines what each account gains; none of zero
 */
public record Posting(
        Fact fact,
        String reference,
        Instant occurredAt,
        String text,
        @Nullable String service,
        @Nullable String orderNo,
        @Nullable String externalNo,
        @Nullable Long couponId,
        @Nullable Long reverses,
        Map<Account, Long> lines) {

    public static Posting of(Fact fact, String reference, Instant occurredAt, String text) {
        return new Posting(fact, reference, occurredAt, text, null, null, null, null, null, Map.of());
    }

    public Posting order(String orderNo, ServiceCode service) {
        return new Posting(
                fact, reference, occurredAt, text, service.code(), orderNo, externalNo, couponId, reverses, lines);
    }

    public Posting service(ServiceCode service) {
        return new Posting(
                fact, reference, occurredAt, text, service.code(), orderNo, externalNo, couponId, reverses, lines);
    }

    public Posting externalNo(@Nullable String externalNo) {
        return new Posting(fact, reference, occurredAt, text, service, orderNo, externalNo, couponId, reverses, lines);
    }

    public Posting coupon(@Nullable Long couponId) {
        return new Posting(fact, reference, occurredAt, text, service, orderNo, externalNo, couponId, reverses, lines);
    }

    /** The account gains: money arrives, a claim or a cost grows, a debt shrinks. */
    public Posting debit(Account account, long fen) {
        return with(account, positive(fen));
    }

    /** The account gives: money leaves, a debt or a revenue grows. */
    public Posting credit(Account account, long fen) {
        return with(account, -positive(fen));
    }

    private static long positive(long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("an amount below zero: " + fen);
        }
        return fen;
    }

    /** @param fen above zero for a debit, below for a credit */
    public Posting with(Account account, long fen) {
        var sums = new TreeMap<>(lines);
        sums.merge(account, fen, Math::addExact);
        sums.values().removeIf(sum -> sum == 0);
        return new Posting(fact, reference, occurredAt, text, service, orderNo, externalNo, couponId, reverses, sums);
    }

    boolean isBalanced() {
        return lines.values().stream().mapToLong(Long::longValue).sum() == 0;
    }

    /** Nothing moves: there is nothing to post. */
    boolean isEmpty() {
        return lines.isEmpty();
    }
}
