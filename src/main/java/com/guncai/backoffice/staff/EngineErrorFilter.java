package com.guncai.backoffice.staff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.process.CommandFailures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the engine's REST APIs where they would answer 5xx. What was refused is 400 with the sentence, also where the
 * engine wraps it; who comes second is told so with 409; what is broken is a neutral sentence with a number, under which the log says more. Neither quotes the
 * expressions of a diagram. No answer of these APIs is kept by a browser.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class EngineErrorFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(EngineErrorFilter.class);

    private static final RequestMatcher ENGINE =
            new OrRequestMatcher(StaffSecurity.under("/engine-rest"), StaffSecurity.under("/camunda/api"));

    private final ObjectMapper json;

    EngineErrorFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ENGINE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            // Jersey would describe itself, for which it takes seconds the first time.
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var failures = CommandFailures.begin();
        var withheld = new FailureWithheld(response);
        try {
            chain.doFilter(request, withheld);
        } finally {
            CommandFailures.end();
        }
        if (withheld.isFailure() && !response.isCommitted()) {
            answer(request, response, failures);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, CommandFailures failures)
            throws IOException {
        response.resetBuffer();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        var refusal = failures.refusal();
        if (refusal != null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            write(response, "InvalidRequestException", refusal);
            return;
        }
        if (failures.isOfSomethingMissing()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            write(response, "InvalidRequestException", "没有找到，可能已经处理完了");
            return;
        }
        var owner = failures.claimedBy();
        if (owner != null || failures.isLostRace()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            write(
                    response,
                    "InvalidRequestException",
                    owner == null ? "刚刚有别的操作改动了它，这次没有办成，请刷新后再试" : "任务已由 " + owner + " 认领");
            return;
        }
        if (failures.isOfInvalidInput() || (failures.last() == null && hasBody(request))) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            write(response, "InvalidRequestException", "请求内容有误");
            return;
        }
        var id = UUID.randomUUID().toString().substring(0, 8);
        log.error("Error {}: {} {}: {}", id, request.getMethod(), request.getServletPath(), outline(failures.last()));
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        write(response, "RestException", "系统出错，没有办成。请稍后再试；仍不行请把编号 " + id + " 告诉管理员");
    }

    /** Where no command failed it is the body that the API could not make anything of. */
    private static boolean hasBody(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.DELETE.matches(request.getMethod());
    }

    private void write(HttpServletResponse response, String type, String message) throws IOException {
        var body = json.writeValueAsBytes(new EngineError(type, message));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Where it broke, without the messages: they may quote what somebody typed. */
    private static String outline(@Nullable RuntimeException failure) {
        return failure == null
                ? "outside of the engine"
                : ExceptionUtils.getThrowableList(failure).stream()
                        .map(cause -> cause.getClass().getName()
                                + (cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0]))
                        .collect(Collectors.joining(", by "));
    }

    record EngineError(String type, String message) {}
}
