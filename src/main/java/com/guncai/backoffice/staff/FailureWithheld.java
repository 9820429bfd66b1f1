package com.guncai.backoffice.staff;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.springframework.http.HttpHeaders;

/** A response that keeps an answer 5xx to itself, so that another can be written in its place. */
class FailureWithheld extends HttpServletResponseWrapper {
    FailureWithheld(HttpServletResponse response) {
        super(response);
    }

    boolean isFailure() {
        return getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "");
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            setStatus(status);
        } else {
            super.sendError(status);
        }
    }

    /** The engine's own API would let a browser keep the answer and ask again. */
    @Override
    public void setHeader(String name, String value) {
        if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isFailure()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return new Body(super.getOutputStream());
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return isFailure() ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
    }

    /** Asks for the status at each byte: Jersey takes the stream before it decides. */
    private class Body extends ServletOutputStream {
        private final ServletOutputStream real;

        Body(ServletOutputStream real) {
            this.real = real;
        }

        @Override
        public void write(int b) throws IOException {
            if (!isFailure()) {
                real.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!isFailure()) {
                real.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!isFailure()) {
                real.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!isFailure()) {
                real.close();
            }
        }

        @Override
        public boolean isReady() {
            return real.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            real.setWriteListener(listener);
        }
    }
}
