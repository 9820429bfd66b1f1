package com.guncai.backoffice.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses the paths of Camunda's own servlets when they are spelt with escapes ({@code /camunda/%61pi}). Nobody needs to,
 * and Spring, which stands behind this, takes them for a failure of the server.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class EscapedPathFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH
                || request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }
}
