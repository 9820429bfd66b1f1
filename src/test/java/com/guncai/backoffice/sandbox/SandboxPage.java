package com.guncai.backoffice.sandbox;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page at {@code /sandbox}, announced on the console. */
@SandboxOnly
@Configuration(proxyBeanMethods = false)
class SandboxPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/sandbox").setViewName("forward:/sandbox/index.html");
        registry.addRedirectViewController("/sandbox/", "/sandbox");
    }

    /** A banner is for the person at the console, not for the log. */
    @EventListener
    void announce(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof ServletWebServerApplicationContext context)) return;
        var base = "http://localhost:" + context.getWebServer().getPort();
        System.out.printf(
                "%n  手机（沙箱）   %1$s/sandbox%n  内勤工作台     %1$s/camunda   （flower / flower，其余见 README）%n  接口文档       %1$s/swagger-ui.html%n%n",
                base);
    }
}
