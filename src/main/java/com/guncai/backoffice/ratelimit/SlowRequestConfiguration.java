package com.guncai.backoffice.ratelimit;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the valve behind the one that reads X-Forwarded-For, so that an address is the caller's. */
@Configuration(proxyBeanMethods = false)
class SlowRequestConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowRequests(RateLimitProperties properties) {
        return tomcat ->
                tomcat.addContextValves(new SlowRequestValve(properties.requestsAtOnce() * properties.factor()));
    }
}
