package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where receipts are kept. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    ReceiptStore receiptStore(ReceiptProperties properties, PersonalDataCipher personalData) {
        ReceiptStore plain =
                switch (properties.store()) {
                    case DIRECTORY -> new DirectoryReceiptStore(properties.directory());
                    case S3 -> new S3ReceiptStore(Objects.requireNonNull(properties.s3()));
                };
        return new EncryptedReceiptStore(plain, personalData);
    }
}
