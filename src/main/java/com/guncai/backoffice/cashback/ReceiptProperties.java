package com.guncai.backoffice.cashback;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the pictures of receipts are kept.
 *
 * @param store in a directory, or in a bucket
 * @param directory for {@code DIRECTORY}; several nodes share one
 * @param s3 for {@code S3}; {@code RequiredConfiguration} sees to it that nothing is missing then
 */
@ConfigurationProperties("backoffice.receipts")
record ReceiptProperties(
        @DefaultValue("DIRECTORY") Kind store, @DefaultValue("data/receipts") Path directory, @Nullable S3 s3) {
    enum Kind {
        DIRECTORY,
        S3
    }

    /**
     * A bucket that nobody may read but these keys.
     *
     * @param endpoint {@code https://} and the host of the region; of OSS the S3-compatible one
     * @param region as the store names it
     * @param pathStyle whether the bucket stands in the path and not in the host name; OSS wants it in the host name
     */
    record S3(
            URI endpoint,
            String region,
            String bucket,
            String accessKeyId,
            String accessKeySecret,
            @DefaultValue("false") boolean pathStyle) {
        @Override
        public String toString() {
            return "S3[masked]";
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "ReceiptProperties[" + store + "]";
    }
}
