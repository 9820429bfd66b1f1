package com.guncai.backoffice.receipt;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where receipts are kept. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    ReceiptStore receiptStore(ReceiptProperties properties) {
        return switch (properties.store()) {
            case DIRECTORY -> new DirectoryReceiptStore(properties.directory());
            case S3 -> new S3ReceiptStore(Objects.requireNonNull(properties.s3()));
        };
    }
}
