package com.guncai.backoffice.order;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets every log line of a request about an order name it, as the lines of the order's running steps do. */
@Component
class OrderNoInLogs extends OncePerRequestFilter {
    private static final Pattern PATH = Pattern.compile("/api/v1/[a-z-]+/([0-9A-Za-z]{10,32})(/[a-z-]+)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = PATH.matcher(request.getRequestURI());
        if (!path.matches()) {
            chain.doFilter(request, response);
            return;
        }
        try (var orderNo = MDC.putCloseable("orderNo", path.group(1))) {
            chain.doFilter(request, response);
        }
    }
}
