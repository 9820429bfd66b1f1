package com.guncai.backoffice.bodylimit;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ProblemHandler;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses headers that no client sends, before anything reads them: control characters, which Spring's firewall would report
 * as a failure of the server with the header in the log, and content types that are none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class MalformedRequestFilter extends OncePerRequestFilter {
    private final ProblemHandler problems;

    MalformedRequestFilter(ProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasControlCharacters(request)) {
            problems.write(
                    response, new ProblemException(HttpStatus.BAD_REQUEST, ProblemCode.REQUEST_INVALID, "请求头中有不允许的字符"));
        } else if (!isConcrete(request.getContentType())) {
            problems.write(
                    response,
                    new ProblemException(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            ProblemCode.MEDIA_TYPE_NOT_SUPPORTED,
                            "不支持的内容类型，请使用 JSON"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean hasControlCharacters(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .flatMap(name -> Stream.concat(Stream.of(name), Collections.list(request.getHeaders(name)).stream()))
                .anyMatch(text -> text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t'));
    }

    private static boolean isConcrete(@Nullable String type) {
        if (type == null) {
            return true;
        }
        try {
            var parsed = MediaType.parseMediaType(type);
            // Asked for later, by whoever reads the body.
            return parsed.isConcrete()
                    && (parsed.getCharset() == null || parsed.getCharset().canEncode());
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
