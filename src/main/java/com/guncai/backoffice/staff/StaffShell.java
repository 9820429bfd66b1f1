package com.guncai.backoffice.staff;

import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ProblemHandler;
import com.guncai.backoffice.shared.StaffPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the layout shows on every staff page, and how a page says that something went wrong. */
@ControllerAdvice(annotations = StaffPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaffShell {
    private final StaffDirectory names;
    private final List<StaffMenuEntry> menu;
    private final ProblemHandler problems;

    StaffShell(StaffDirectory names, List<StaffMenuEntry> menu, ProblemHandler problems) {
        this.names = names;
        this.menu = menu.stream()
                .sorted(Comparator.comparingInt(StaffMenuEntry::position))
                .toList();
        this.problems = problems;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Authentication signedIn) {
        return new Shell(
                names.name(signedIn.getName()),
                entries(signedIn, request.getServletPath()),
                Objects.requireNonNullElse(StaffCsrfFilter.tokenOf(request.getSession(false)), "none-yet"));
    }

    /** A person reads a page; a part of a page that asks for itself gets the problem, which {@code staff.js} shows. */
    @ExceptionHandler
    @Nullable
    ModelAndView on(
            ProblemException problem, HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            problems.write(response, problem);
            return null;
        }
        var page = new ModelAndView("staff/problem", problem.status());
        page.addObject("shell", shell(request, signedIn));
        page.addObject("detail", problem.getMessage());
        return page;
    }

    private List<Entry> entries(Authentication signedIn, String path) {
        var groups = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return menu.stream()
                .filter(entry -> entry.groups().stream().anyMatch(groups::contains))
                .map(entry -> new Entry(entry.label(), entry.path(), path.startsWith(entry.path())))
                .toList();
    }

    /**
     * @param user the name of who is signed in, as colleagues know it
     * @param token what a change must carry as {@code X-XSRF-TOKEN}
     */
    record Shell(String user, List<Entry> entries, String token) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record Entry(String label, String path, boolean current) {}
}
