package com.guncai.backoffice.sandbox;

import com.github.binarywang.wxpay.config.HttpClientBuilderCustomizer;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** What the sandbox adds to the application: a clock that can be moved, the way to the pay host, an open door. */
@SandboxOnly
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    @Bean
    @Primary
    Clock sandboxClock(Providers providers) {
        return providers.clock;
    }

    @Bean
    HttpClientBuilderCustomizer sandboxDns() {
        return SandboxDns.customizer();
    }

    @Bean
    @Order(0)
    SecurityFilterChain sandboxChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(request -> request.getServletPath().equals("/sandbox")
                        || request.getServletPath().startsWith("/sandbox/"))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
