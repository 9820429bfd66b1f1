package com.guncai.backoffice.staff;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.RequestPath;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors of staff: HTTP Basic for Camunda Modeler and programs, Camunda's own login for the web applications, and
 * nothing else. The customer API has a chain of its own.
 */
@Configuration(proxyBeanMethods = false)
class StaffSecurity {
    /** A group that an administrator may make for the program that collects the metrics. */
    private static final String MONITORING = "monitoring";

    /** Camunda's own way to the first administrator asks for no login: whoever comes first would be it. */
    private static final String SETUP = "/camunda/api/admin/setup";

    /** Swagger UI styles its page inline and draws its icons from data: addresses. */
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** {@code /engine-rest} belongs to a Jersey servlet, which Spring's path patterns do not see. */
    @Bean
    @Order(20)
    SecurityFilterChain engineRest(
            HttpSecurity http, IdentityService identity, ObjectProvider<AuthenticationProvider> before)
            throws Exception {
        before.orderedStream().forEach(http::authenticationProvider);
        return http.securityMatcher(under("/engine-rest"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(SessionFixationConfigurer::none))
                .httpBasic(basic -> basic.authenticationEntryPoint(StaffSecurity::challenge))
                .authenticationProvider(new StaffAuthenticationProvider(identity))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(new EngineAuthenticationFilter(identity), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(30)
    SecurityFilterChain actuator(
            HttpSecurity http, IdentityService identity, ObjectProvider<AuthenticationProvider> before)
            throws Exception {
        before.orderedStream().forEach(http::authenticationProvider);
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(SessionFixationConfigurer::none))
                .httpBasic(basic -> basic.authenticationEntryPoint(StaffSecurity::challenge))
                .authenticationProvider(new StaffAuthenticationProvider(identity))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                EndpointRequest.to(HealthEndpoint.class, InfoEndpoint.class))
                        .permitAll()
                        .anyRequest()
                        .hasAnyAuthority(StaffGroup.MANAGERS.id(), StaffGroup.ADMINISTRATORS.id(), MONITORING))
                .build();
    }

    /** Camunda logs its users in, guards its API and sets its own headers and CSRF cookie. */
    @Bean
    @Order(40)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(under("/camunda"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(under(SETUP))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    @Order(90)
    SecurityFilterChain pages(HttpSecurity http, @Value("${springdoc.swagger-ui.enabled}") boolean apiPage)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(SessionFixationConfigurer::none))
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(
                                    "/", "/index.html", "/home/**", "/images/**", "/webjars/**", "/favicon.ico")
                            .permitAll();
                    // Where the server itself leads; nobody else has anything to ask there.
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    if (apiPage) {
                        requests.requestMatchers(
                                        "/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs", "/v3/api-docs/**")
                                .permitAll();
                    }
                    requests.anyRequest().denyAll();
                })
                .build();
    }

    /** Answers at once: the error page would first read the body, which may be a broken upload. */
    private static void challenge(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"backoffice\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    static RequestMatcher under(String prefix) {
        return request -> {
            var path = RequestPath.of(request);
            return path.equals(prefix) || path.startsWith(prefix + "/");
        };
    }
}
