package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.BackofficeApplication;
import org.springframework.boot.SpringApplication;

/** The whole system with the sandbox in place of WeChat, WeChat Pay and Aliyun: {@code mvn spring-boot:test-run}. */
public final class SandboxApplication {
    private SandboxApplication() {}

    public static void main(String[] arguments) {
        SpringApplication.from(BackofficeApplication::main).run(arguments);
    }
}
