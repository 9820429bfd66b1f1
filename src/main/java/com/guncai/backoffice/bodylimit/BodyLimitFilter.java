package com.guncai.backoffice.bodylimit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.bodylimit.BodyLimit.Refusal;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ProblemHandler;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Refuses a body over its path's limit: before anything reads it, or at the byte too many when it did not say how long it is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {
    private static final int JSON = 64 * 1024;
    /** A file of 10 MB as Base64, and the fields beside it. */
    private static final int FILE = 14 << 20;

    private final List<BodyLimit> table;

    BodyLimitFilter(ProblemHandler problems, ObjectMapper json) {
        Refusal problem = response -> problems.write(response, tooLarge());
        Refusal ofTheEngine = response -> writeAsTheEngine(response, json);
        table = List.of(
                new BodyLimit("/api/", JSON, false, problem),
                new BodyLimit("/callbacks/", JSON, false, problem),
                new BodyLimit("/engine-rest", FILE, true, ofTheEngine),
                new BodyLimit("/camunda", FILE, true, ofTheEngine));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit =
                table.stream().filter(each -> each.isFor(request)).findFirst().orElse(null);
        if (limit == null) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > limit.bytes()) {
            limit.refusal().write(response);
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request, response, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(HttpStatus.PAYLOAD_TOO_LARGE, ProblemCode.BODY_TOO_LARGE, "请求内容过大");
    }

    /** So that Tasklist shows the sentence. */
    private static void writeAsTheEngine(HttpServletResponse response, ObjectMapper json) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), new EngineError("RequestTooLarge", "文件超过 10 MB，请只保留需要的列，或分成几个文件"));
    }

    record EngineError(String type, String message) {}

    /** A body that does not say how long it is. */
    private static class Counted extends ContentCachingRequestWrapper {
        private final HttpServletResponse response;
        private final BodyLimit limit;

        Counted(HttpServletRequest request, HttpServletResponse response, BodyLimit limit) {
            super(request, limit.bytes());
            this.response = response;
            this.limit = limit;
        }

        @Override
        protected void handleContentOverflow(int bytes) {
            // Whoever reads would answer in words of its own; a finished answer takes no other.
            try {
                limit.refusal().write(response);
                response.getOutputStream().close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            throw tooLarge();
        }
    }
}
