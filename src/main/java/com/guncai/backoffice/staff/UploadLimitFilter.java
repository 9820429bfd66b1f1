package com.guncai.backoffice.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is too large for the engine's API before anything reads it: files come in there as text, a third longer than
 * they are.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadLimitFilter extends OncePerRequestFilter {
    /** A file of 10 MB as Base64, and the fields beside it. */
    static final long MAX_BYTES = 14 << 20;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return !path.startsWith("/engine-rest") && !path.startsWith("/camunda");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            refuse(response);
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request, response), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** As the engine answers, so that Tasklist shows the sentence. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("{\"type\":\"RequestTooLarge\",\"message\":\"文件超过 10 MB，请只保留需要的列，或分成几个文件\"}");
    }

    /** A body that does not say how long it is breaks off when it is too long. */
    private static class Counted extends HttpServletRequestWrapper {
        private final HttpServletResponse response;

        Counted(HttpServletRequest request, HttpServletResponse response) {
            super(request);
            this.response = response;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var body = super.getInputStream();
            return new ServletInputStream() {
                private long count;

                @Override
                public int read() throws IOException {
                    return counted(body.read(), 1);
                }

                @Override
                public int read(byte[] target, int from, int length) throws IOException {
                    var read = body.read(target, from, length);
                    return counted(read, read);
                }

                private int counted(int answer, int read) throws IOException {
                    count += read;
                    if (count > MAX_BYTES) {
                        // Whoever reads would answer in words of its own; a finished answer takes no other.
                        refuse(response);
                        response.getWriter().close();
                        throw new IOException("the body is too large");
                    }
                    return answer;
                }

                @Override
                public boolean isFinished() {
                    return body.isFinished();
                }

                @Override
                public boolean isReady() {
                    return body.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    body.setReadListener(listener);
                }
            };
        }
    }
}
