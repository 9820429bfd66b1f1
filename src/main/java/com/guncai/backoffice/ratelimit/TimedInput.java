package com.guncai.backoffice.ratelimit;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Gives a body fifteen seconds, and more as it comes in: a large one over a poor line gets its time, a trickle does not. */
class TimedInput implements InputBuffer {
    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();
    private static final long BYTES_A_SECOND = 4 * 1024;

    private final InputBuffer connection;
    private final LongSupplier nanos;
    private final long started;
    private long read;

    TimedInput(InputBuffer connection, LongSupplier nanos) {
        this.connection = connection;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        check();
        var n = connection.doRead(handler);
        read += Math.max(0, n);
        return n;
    }

    @Override
    public int available() {
        return connection.available();
    }

    private void check() throws IOException {
        var earned = Duration.ofSeconds(1).toNanos() / BYTES_A_SECOND * read;
        if (nanos.getAsLong() - started > PATIENCE + earned) {
            throw new SocketTimeoutException("the body comes in too slowly");
        }
    }
}
