package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ReceiptPropertiesTest {
    private static final String[] BUCKET = {
        "backoffice.receipts.store=s3",
        "backoffice.receipts.s3.endpoint=https://oss-cn-shenzhen.aliyuncs.com",
        "backoffice.receipts.s3.region=cn-shenzhen",
        "backoffice.receipts.s3.bucket=receipts",
        "backoffice.receipts.s3.access-key-id=key-id",
        "backoffice.receipts.s3.access-key-secret=key-text"
    };

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Bound.class);

    /** As application-prod.yaml names them, whether or not anybody sets them. */
    @Test
    void aDirectoryNeedsNoBucket() {
        application
                .withPropertyValues("backoffice.receipts.s3.bucket=", "backoffice.receipts.s3.endpoint=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aBucketNeedsAllThatLeadsToIt() {
        application.withPropertyValues(BUCKET).run(context -> assertThat(context)
                .hasNotFailed()
                .getBean(ReceiptProperties.class)
                .asString()
                .doesNotContain("key-text"));
        for (var part : new String[] {"endpoint", "region", "bucket", "access-key-id", "access-key-secret"}) {
            application
                    .withPropertyValues(BUCKET)
                    .withPropertyValues("backoffice.receipts.s3." + part + "=")
                    .run(context -> assertThat(context)
                            .as(part)
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("store S3 needs"));
        }
    }

    @EnableConfigurationProperties(ReceiptProperties.class)
    static class Bound {}
}
