package com.guncai.backoffice.ratelimit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many threads one address holds, and how slowly a body may come in: who sends a byte now and then holds a thread
 * for as long as he likes, also after the answer, while Tomcat reads on what nobody wanted. The timeout of the connector is
 * between two bytes only.
 */
class SlowRequestValve extends ValveBase {
    private final int atOnce;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    SlowRequestValve(int atOnce) {
        super(true);
        this.atOnce = atOnce;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var address = request.getRemoteAddr();
        try {
            if (requests.compute(address, (a, n) -> counted(n)).get() > atOnce) {
                response.setStatus(Response.SC_SERVICE_UNAVAILABLE);
                response.setHeader("Retry-After", "5");
                close(request);
                return;
            }
            invokeWithDeadline(request, response);
        } finally {
            requests.computeIfPresent(address, (a, n) -> n.decrementAndGet() <= 0 ? null : n);
        }
    }

    private void invokeWithDeadline(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var connection = coyote.getInputBuffer();
        var timed = new TimedInput(connection, System::nanoTime);
        coyote.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
            if (!request.isFinished() && !request.isAsync()) {
                drain(request, timed);
            }
        } finally {
            coyote.setInputBuffer(connection);
        }
    }

    /** So that a client which sent a little too much reads the answer; more than that, or slowly, is cut off. */
    private static void drain(Request request, TimedInput input) {
        var sink = new Sink();
        try {
            while (input.doRead(sink) >= 0) {
                // what nobody wanted is dropped
            }
        } catch (IOException tooSlow) {
            close(request);
        }
    }

    private static void close(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static AtomicInteger counted(@Nullable AtomicInteger before) {
        var counter = before == null ? new AtomicInteger() : before;
        counter.incrementAndGet();
        return counter;
    }

    /** Takes what is read and forgets it. */
    private static class Sink implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer bytes) {
            buffer = bytes;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
