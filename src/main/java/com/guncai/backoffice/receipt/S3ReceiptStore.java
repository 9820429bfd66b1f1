package com.guncai.backoffice.receipt;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Pictures in a private bucket of Aliyun OSS or of any other store that speaks S3. */
class S3ReceiptStore implements ReceiptStore, AutoCloseable {
    private final S3Client client;
    private final String bucket;

    S3ReceiptStore(ReceiptProperties.S3 properties) {
        this.bucket = properties.bucket();
        this.client = S3Client.builder()
                .endpointOverride(properties.endpoint())
                .region(Region.of(properties.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(properties.accessKeyId(), properties.accessKeySecret())))
                // OSS takes neither bodies in signed chunks nor the checksums that newer SDKs add by themselves.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(properties.pathStyle())
                        .chunkedEncodingEnabled(false)
                        .build())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(3))
                        .socketTimeout(Duration.ofSeconds(10)))
                .overrideConfiguration(calls -> calls.apiCallTimeout(Duration.ofSeconds(20)))
                .build();
    }

    @Override
    public void put(String name, byte[] jpeg) {
        try {
            client.putObject(
                    put -> put.bucket(bucket).key(name).contentType("image/jpeg"), RequestBody.fromBytes(jpeg));
        } catch (SdkException failure) {
            throw new ReceiptStoreException("receipt could not be written to the bucket", failure);
        }
    }

    @Override
    public byte[] get(String name) {
        try {
            return client.getObjectAsBytes(get -> get.bucket(bucket).key(name)).asByteArray();
        } catch (SdkException failure) {
            throw new ReceiptStoreException("receipt could not be read from the bucket", failure);
        }
    }

    @Override
    public void delete(String name) {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(name));
        } catch (SdkException failure) {
            throw new ReceiptStoreException("receipt could not be deleted from the bucket", failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
