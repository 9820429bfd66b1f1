package com.guncai.backoffice.staff;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffPageAccess;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages and pictures for staff beside the Tasklist. Who is signed in there is signed in here; everybody else is sent there
 * first. What a {@link StaffPageAccess} names is for its groups only, and is changed only where it says so.
 */
@Configuration(proxyBeanMethods = false)
class StaffPageSecurity {
    /** Where the Tasklist is; it asks for the sign-in. */
    static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** Where staff work through their tasks. */
    static final String TASK_PAGE = "/staff/tasks";

    /** The look of all staff pages. */
    private static final String SHELL = "/staff/shell/**";

    private static final List<HttpMethod> CHANGES = List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    @Bean
    @Order(50)
    SecurityFilterChain staffPagesChain(HttpSecurity http, IdentityService identity, List<StaffPageAccess> doors)
            throws Exception {
        return http.securityMatcher("/staff/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::none))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                                + "frame-ancestors 'none'")))
                .addFilterBefore(new SignedInAtTheTasklist(identity), AuthorizationFilter.class)
                .addFilterAfter(new StaffCsrfFilter(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> {
                    for (var door : doors) {
                        var groups = door.groups().toArray(String[]::new);
                        requests.requestMatchers(HttpMethod.GET, door.path()).hasAnyAuthority(groups);
                        if (door.changes()) {
                            CHANGES.forEach(method -> requests.requestMatchers(method, door.path())
                                    .hasAnyAuthority(groups));
                        }
                    }
                    requests.requestMatchers(HttpMethod.GET, SHELL).authenticated();
                    requests.requestMatchers(HttpMethod.GET, "/staff/**")
                            .hasAnyAuthority(StaffGroup.MANAGERS.id(), StaffGroup.ADMINISTRATORS.id())
                            .anyRequest()
                            .denyAll();
                })
                .exceptionHandling(handling -> handling.authenticationEntryPoint(StaffPageSecurity::challenge))
                .build();
    }

    /** A person is led to the sign-in; a picture within a page, or data for it, is just not there. */
    private static void challenge(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        var accepts = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        var picture = accepts.contains("image/") && !accepts.contains(MediaType.TEXT_HTML_VALUE);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", TASKLIST);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (picture || request.getServletPath().startsWith("/staff/api/")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(TASKLIST + back(request));
        }
    }

    /** The Tasklist's sign-in leads back to the page of tasks, for the sake of links in messages. */
    private static String back(HttpServletRequest request) {
        if (!request.getServletPath().equals(TASK_PAGE)) {
            return "";
        }
        var query = request.getQueryString();
        var address = query == null ? TASK_PAGE : TASK_PAGE + "?" + query;
        return "?back=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** Reads Camunda's own session; it is not changed here. The groups are those of this moment. */
    private static class SignedInAtTheTasklist extends OncePerRequestFilter {
        private final IdentityService identity;

        SignedInAtTheTasklist(IdentityService identity) {
            this.identity = identity;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var user = StaffSession.user(request.getSession(false));
            if (user == null) {
                chain.doFilter(request, response);
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(StaffAuthenticationProvider.known(identity, user));
            SecurityContextHolder.setContext(context);
            try {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        }
    }
}
