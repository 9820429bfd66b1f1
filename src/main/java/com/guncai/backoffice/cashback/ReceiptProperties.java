package com.guncai.backoffice.cashback;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the pictures of receipts are kept.
 *
 * @param store in a directory, or in a bucket
 * @param directory for {@code DIRECTORY}; several nodes share one
 * @param s3 for {@code S3}
 */
@Validated
@ConfigurationProperties("backoffice.receipts")
record ReceiptProperties(
        @DefaultValue("DIRECTORY") Kind store,
        @NotNull @DefaultValue("data/receipts") Path directory,
        @Valid @Nullable S3 s3) {
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
            @NotNull URI endpoint,
            @NotNull String region,
            @NotNull String bucket,
            @NotNull String accessKeyId,
            @NotNull String accessKeySecret,
            @DefaultValue("false") boolean pathStyle) {
        @Override
        public String toString() {
            return "S3[" + bucket + "]";
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "ReceiptProperties[" + store + "]";
    }
}
