package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction has posted so far. {@link LedgerWriter} writes it when the transaction commits. */
class PendingPostings implements TransactionSynchronization {
    private final List<Posting> postings = new ArrayList<>();
    private boolean past;
    private @Nullable LocalDate lastClosed;

    static PendingPostings begin() {
        var begun = new PendingPostings();
        TransactionSynchronizationManager.registerSynchronization(begun);
        begun.resume();
        return begun;
    }

    /** From here on entries count to the day of their fact, unless it is closed. */
    void backTo(@Nullable LocalDate lastClosed) {
        past = true;
        this.lastClosed = lastClosed;
    }

    /** When an entry counts as posted. */
    Instant at(Posting posting, Instant now) {
        var day = BusinessTime.local(posting.occurredAt()).toLocalDate();
        var open = lastClosed == null || day.isAfter(lastClosed);
        return past && open ? posting.occurredAt() : now;
    }

    void add(Posting posting) {
        postings.add(posting);
    }

    List<Posting> postings() {
        return postings;
    }

    Stream<Posting> of(String orderNo) {
        return postings.stream().filter(posting -> orderNo.equals(posting.orderNo()));
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(PendingPostings.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(PendingPostings.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        suspend();
    }
}
