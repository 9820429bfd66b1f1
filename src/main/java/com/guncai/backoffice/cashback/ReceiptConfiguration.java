package com.guncai.backoffice.cashback;

import com.guncai.backoffice.process.StaffDoor;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where receipts are kept, and which desks may look at them. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    ReceiptStore receiptStore(ReceiptProperties properties) {
        return switch (properties.store()) {
            case DIRECTORY -> new DirectoryReceiptStore(properties.directory());
            case S3 -> new S3ReceiptStore(Objects.requireNonNull(properties.s3()));
        };
    }

    /** The desks that work at claims, and no other. */
    @Bean
    StaffDoor receiptDoor() {
        return new StaffDoor("/staff/receipts/**", Set.copyOf(CashbackClaimProcess.DESKS));
    }
}
