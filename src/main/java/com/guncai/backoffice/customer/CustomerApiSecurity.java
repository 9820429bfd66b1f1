package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ProblemHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The customer API: a bearer token everywhere but to sign in, to read the catalogue, and for the platforms' callbacks. */
@Configuration(proxyBeanMethods = false)
class CustomerApiSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain customerApi(HttpSecurity http, AccessTokens tokens, ProblemHandler problems) throws Exception {
        return http.securityMatcher("/api/**", "/callbacks/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        // A browser may hold a Tasklist session beside its token: leave that one alone.
                        .sessionFixation(SessionFixationConfigurer::none))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/sessions")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/catalog")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/callbacks/**", "/callbacks/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint((request, response, failure) -> problems.write(
                                response,
                                new ProblemException(
                                        HttpStatus.UNAUTHORIZED, ProblemCode.TOKEN_INVALID, "登录已失效，请重新登录"))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> problems.write(
                                        response,
                                        new ProblemException(
                                                HttpStatus.UNAUTHORIZED, ProblemCode.NOT_SIGNED_IN, "请先登录")))
                        .accessDeniedHandler((request, response, failure) -> problems.write(
                                response, new ProblemException(HttpStatus.FORBIDDEN, ProblemCode.FORBIDDEN, "无权访问"))))
                .build();
    }
}
