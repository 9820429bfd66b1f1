package com.guncai.backoffice.staff;

import com.guncai.backoffice.shared.RequestPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session of the web applications whose user got another password, joined or left a group, or was deleted. Looked up
 * at each request that could show or change something; files of the applications are anybody's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 18)
class StaffSessionFilter extends OncePerRequestFilter {
    private static final String STAMP = StaffSessionFilter.class.getName();

    private final StaffStamps stamps;

    StaffSessionFilter(StaffStamps stamps) {
        this.stamps = stamps;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = RequestPath.of(request);
        return !path.startsWith("/camunda/api/") && !path.startsWith("/staff/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var user = StaffSession.user(session);
        if (session != null && user != null && !isStill(session, user)) {
            session.invalidate();
            if (request.getServletPath().startsWith("/staff")) {
                chain.doFilter(request, response);
            } else {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
            return;
        }
        chain.doFilter(request, response);
        stampAfterSignIn(request);
    }

    private boolean isStill(HttpSession session, String user) {
        var now = stamps.of(user);
        var then = session.getAttribute(STAMP);
        if (then == null && now != null) {
            session.setAttribute(STAMP, user + " " + now);
            return true;
        }
        return now != null && (user + " " + now).equals(then);
    }

    /** The request that signs somebody in ends with a session, made anew, that has no stamp yet. */
    private void stampAfterSignIn(HttpServletRequest request) {
        try {
            var session = request.getSession(false);
            var user = StaffSession.user(session);
            if (session != null && user != null && session.getAttribute(STAMP) == null) {
                session.setAttribute(STAMP, user + " " + stamps.of(user));
            }
        } catch (IllegalStateException signedOut) {
            // nothing to remember
        }
    }
}
