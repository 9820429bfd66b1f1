package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets as many pictures be drawn at once as there is memory for. Others wait for their turn, but neither many of them nor
 * long: each occupies a thread that other requests need.
 */
@Component
public class PictureBulkhead {
    /** What drawing one picture takes at most (ADR 24). */
    static final int MEGABYTES = 400;

    private static final int MOST_AT_ONCE = 2;
    private static final int MOST_WAITING = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore line;
    private final Semaphore turns;
    private final Duration patience;

    PictureBulkhead() {
        this(atOnce(Runtime.getRuntime().maxMemory()), MOST_WAITING, PATIENCE);
    }

    public PictureBulkhead(int atOnce, int waiting, Duration patience) {
        this.line = new Semaphore(atOnce + waiting);
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Half of the memory is for pictures, but one has to be drawn in any case. */
    static int atOnce(long memory) {
        return (int) Math.max(1, Math.min(MOST_AT_ONCE, memory / 2 / (MEGABYTES << 20)));
    }

    /**
     * @param drawing reads its file in here: who waits holds no file in memory
     * @throws ProblemException {@code RECEIPTS_BUSY} when it was not its turn in time; and whatever {@code drawing} refuses
     */
    public <T> T take(Supplier<T> drawing) {
        if (!line.tryAcquire()) {
            throw busy();
        }
        try {
            return inTurn(drawing);
        } finally {
            line.release();
        }
    }

    private <T> T inTurn(Supplier<T> drawing) {
        if (!isItsTurn()) {
            throw busy();
        }
        try {
            return drawing.get();
        } finally {
            turns.release();
        }
    }

    private boolean isItsTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProblemException busy() {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, ProblemCode.RECEIPTS_BUSY, "正在上传凭证的人较多，请稍后再试");
    }
}
