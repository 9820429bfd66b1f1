package com.guncai.backoffice.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

/** A body gets the time that its size needs over a poor line, and no more. */
class TimedInputTest {
    private final AtomicLong now = new AtomicLong();
    private final Nothing handler = new Nothing();

    @Test
    void aTrickleIsCutOff() throws IOException {
        var input = new TimedInput(each(1), now::get);

        for (var second = 0; second <= 15; second++) {
            assertThat(input.doRead(handler)).isOne();
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> input.doRead(handler));
    }

    @Test
    void aLargeBodyOverAPoorLineArrives() throws IOException {
        var input = new TimedInput(each(8 * 1024), now::get);

        for (var second = 0; second < 20 * 60; second++) {
            input.doRead(handler);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(now.get()).isGreaterThan(Duration.ofMinutes(19).toNanos());
    }

    private static InputBuffer each(int bytes) {
        return new InputBuffer() {
            @Override
            public int doRead(ApplicationBufferHandler to) {
                return bytes;
            }

            @Override
            public int available() {
                return bytes;
            }
        };
    }

    private static class Nothing implements ApplicationBufferHandler {
        @Override
        public void setByteBuffer(ByteBuffer buffer) {}

        @Override
        public ByteBuffer getByteBuffer() {
            return ByteBuffer.allocate(0);
        }

        @Override
        public void expand(int size) {}
    }
}
