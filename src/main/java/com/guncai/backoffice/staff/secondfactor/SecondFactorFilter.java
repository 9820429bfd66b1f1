package com.guncai.backoffice.staff.secondfactor;

import com.guncai.backoffice.shared.RequestPath;
import com.guncai.backoffice.staff.StaffSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets who signed in with a password only, and owes the second factor, see nothing but the page that asks for it. A page leads
 * there; what a page asks for is 401, which Camunda's web applications answer by {@code second-factor.js}.
 */
@Component
@WhenSecondFactorIsRequired
@Order(Ordered.HIGHEST_PRECEDENCE + 19)
class SecondFactorFilter extends OncePerRequestFilter {
    private static final String HEADER = "X-Second-Factor";

    /** The page, the look of pages, and Camunda's sign-in and sign-out. */
    private static final Pattern OPEN = Pattern.compile(
            "/staff/second-factor(/[a-z.-]+)?|/staff/shell/[a-z.]+|/camunda/api/admin/auth/user/default/(login/[a-z]+|logout)");

    private final SecondFactors factors;

    SecondFactorFilter(SecondFactors factors) {
        this.factors = factors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = RequestPath.of(request);
        var file = path.startsWith("/camunda/app/") && !isForAPerson(request);
        return !path.startsWith("/camunda/") && !path.startsWith("/staff/")
                || file
                || OPEN.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var user = StaffSession.user(session);
        if (session == null || user == null || isProven(session, user) || !factors.isAskedOf(user)) {
            chain.doFilter(request, response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", SecondFactorPage.PATH);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isForAPerson(request)) {
            response.sendRedirect(SecondFactorPage.PATH);
        } else {
            response.setHeader(HEADER, "required");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private boolean isProven(HttpSession session, String user) {
        var enrolledAt = ProvenSession.isMarked(session) ? factors.enrolledAt(user) : null;
        return enrolledAt != null && ProvenSession.is(session, user, enrolledAt);
    }

    private static boolean isForAPerson(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }
}
