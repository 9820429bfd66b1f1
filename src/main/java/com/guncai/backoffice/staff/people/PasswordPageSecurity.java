package com.guncai.backoffice.staff.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Anybody opens the page; only the secret of a link does something there, so that no other site can. */
@Configuration(proxyBeanMethods = false)
class PasswordPageSecurity {

    @Bean
    @Order(16)
    SecurityFilterChain passwordPageChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/account/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                                        + "frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/account/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, PasswordPage.PATH)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
