package com.guncai.backoffice.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages for staff beside the Tasklist, to look and to download, never to change anything. Who is signed in there is signed
 * in here; everybody else is sent there first.
 */
@Configuration(proxyBeanMethods = false)
class StaffPages {
    private static final String LOGIN = "/camunda/app/tasklist/default/";

    @Bean
    @Order(50)
    SecurityFilterChain staffPagesChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/staff/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::none))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                                + "frame-ancestors 'none'")))
                .addFilterBefore(new SignedInAtTheTasklist(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/staff/**")
                        .hasAnyAuthority(
                                StaffGroup.COUPON_DESK.id(), StaffGroup.MANAGERS.id(), StaffGroup.ADMINISTRATORS.id())
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, failure) -> {
                    if (request.getServletPath().startsWith("/staff/api/")) {
                        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                    } else {
                        response.sendRedirect(LOGIN);
                    }
                }))
                .build();
    }

    /** Reads Camunda's own session; it is not changed here. */
    private static class SignedInAtTheTasklist extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var staff = signedIn(request);
            if (staff == null) {
                chain.doFilter(request, response);
                return;
            }
            var groups = staff.getGroupIds() == null ? List.<String>of() : staff.getGroupIds();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    staff.getName(),
                    null,
                    groups.stream().map(SimpleGrantedAuthority::new).toList()));
            SecurityContextHolder.setContext(context);
            try {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        }

        private static @Nullable UserAuthentication signedIn(HttpServletRequest request) {
            var session = request.getSession(false);
            var known = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
            return known == null
                    ? null
                    : known.getAuthentications().stream()
                            .filter(UserAuthentication.class::isInstance)
                            .map(UserAuthentication.class::cast)
                            .findFirst()
                            .orElse(null);
        }
    }
}
