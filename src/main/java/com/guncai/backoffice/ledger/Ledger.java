package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Posts entries: in the caller's transaction, so that there is the fact and its entry, or neither. */
@Service
public class Ledger {
    private final LedgerEntries entries;
    private final Clock clock;

    Ledger(LedgerEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Posts an entry when the transaction commits. One of that fact and reference that is posted already stays as it is, and so
     * does the ledger when nothing moves.
     *
     * @throws IllegalArgumentException unless debits and credits are the same
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Posting posting) {
        if (!posting.isBalanced()) {
            throw new IllegalArgumentException(
                    "not balanced: " + posting.fact() + " " + posting.reference() + " " + posting.lines());
        }
        if (posting.isEmpty()) {
            return;
        }
        var pending = (PendingPostings) TransactionSynchronizationManager.getResource(PendingPostings.class);
        if (pending == null) {
            pending = PendingPostings.begin();
        }
        pending.add(posting);
    }

    /**
     * Takes an entry back by one with the opposite amounts; a second time changes nothing.
     *
     * @param reason for people, without personal data
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reverse(long entryId, String reason) {
        var entry = entries.get(entryId);
        var reversing = new Posting(
                Fact.REVERSED,
                String.valueOf(entryId),
                BusinessTime.now(clock),
                reason,
                entry.service(),
                entry.orderNo(),
                entry.externalNo(),
                entry.couponId(),
                entryId,
                Map.of());
        for (var line : entry.lines()) {
            reversing = reversing.with(line.account(), -line.amountFen());
        }
        post(reversing);
    }

    /** As {@link #reverse}, the newest entry of an order and a fact that stands; nothing when none does. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reverseLast(String orderNo, Fact fact, String reason) {
        entries.standing(orderNo, fact).ifPresent(entry -> reverse(entry.id(), reason));
    }

    /** As {@link LedgerEntries#standing}. */
    @Transactional(readOnly = true)
    Optional<LedgerEntry> standing(String orderNo, Fact fact) {
        return entries.standing(orderNo, fact);
    }

    /** Whether there is an entry of that fact and reference. */
    @Transactional(readOnly = true)
    public boolean isPosted(Fact fact, String reference) {
        return entries.find(fact, reference).isPresent();
    }

    /** What each account gained by an order, in fen; what this transaction posted included. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Account, Long> sums(String orderNo) {
        var sums = entries.sums(orderNo);
        var pending = (PendingPostings) TransactionSynchronizationManager.getResource(PendingPostings.class);
        if (pending != null) {
            pending.of(orderNo)
                    .forEach(posting -> posting.lines().forEach((account, fen) -> sums.merge(account, fen, Long::sum)));
        }
        return sums;
    }
}
