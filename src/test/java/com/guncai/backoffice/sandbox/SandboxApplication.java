package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.BackofficeApplication;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/** The whole system with the sandbox in place of WeChat, WeChat Pay and Aliyun: {@code mvn spring-boot:test-run}. */
public final class SandboxApplication {
    private SandboxApplication() {}

    public static void main(String[] arguments) {
        var withStock = Stream.concat(Stream.of("--sandbox.demo-codes=30"), Stream.of(arguments));
        SpringApplication.from(BackofficeApplication::main).run(withStock.toArray(String[]::new));
    }
}
