package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.Masked;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the pictures of receipts are kept.
 *
 * @param store in a directory, or in a bucket
 * @param directory for {@code DIRECTORY}; several nodes share one
 * @param s3 for {@code S3}; {@code RequiredConfiguration} sees to it that nothing is missing then
 */
@Validated
@ConfigurationProperties("backoffice.receipts")
record ReceiptProperties(
        @NotNull @DefaultValue("DIRECTORY") Kind store,
        @NotNull @DefaultValue("data/receipts") Path directory,
        @Nullable S3 s3) {
    enum Kind {
        DIRECTORY,
        S3
    }

    /**
     * A bucket that nobody may read but these keys.
     *
     * @param endpoint {@code https://} and the host of the region; of OSS the S3-compatible one
     * @param region as the store names it
     * @param bucket its name; private, and nothing but receipts in it
     * @param accessKeyId of a user that may read, write and delete in this bucket and nothing else
     * @param accessKeySecret its secret
     * @param pathStyle whether the bucket stands in the path and not in the host name; OSS wants it in the host name
     */
    record S3(
            URI endpoint,
            String region,
            String bucket,
            String accessKeyId,
            String accessKeySecret,
            @DefaultValue("false") boolean pathStyle) {
        private boolean isComplete() {
            return Stream.of(endpoint, region, bucket, accessKeyId, accessKeySecret)
                    .noneMatch(part -> part == null || part.toString().isBlank());
        }

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    @AssertTrue(message = "store S3 needs s3.endpoint, region, bucket, access-key-id and access-key-secret")
    boolean isBucketComplete() {
        return store != Kind.S3 || (s3 != null && s3.isComplete());
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
