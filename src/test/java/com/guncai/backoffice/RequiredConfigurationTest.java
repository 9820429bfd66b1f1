package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.sandbox.aliyun.AliyunSms;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechatpay.Merchant;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Reads the files of the jar as production does, with these variables and no others. */
class RequiredConfigurationTest {
    private final Map<String, Object> variables = new HashMap<>();

    @BeforeEach
    void allIsWell() {
        variables.putAll(Map.of(
                "DATABASE_URL", "jdbc:postgresql://db/backoffice",
                "DATABASE_USER", "guncai",
                "DATABASE_PASSWORD", "Xk8-fz2Q",
                "SESSION_KEY", random(32, 1),
                "ENCRYPTION_KEY", random(32, 2),
                "DIGEST_KEY", random(32, 3),
                "WECHAT_APP_ID", "wx1234567890abcdef",
                "WECHAT_APP_SECRET", "9f86d081884c7d659a2feaa0c55ad015",
                "PUBLIC_URL", "https://backoffice.example"));
        variables.putAll(Map.of(
                "WECHAT_PAY_MERCHANT_ID", "1900000109",
                "WECHAT_PAY_SERIAL_NUMBER", "5157F09EFDC096DE15EBE81A47057A72",
                "WECHAT_PAY_PRIVATE_KEY", "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----",
                "WECHAT_PAY_API_V3_KEY", "0123456789abcdef0123456789ABCDEF",
                "WECHAT_PAY_PUBLIC_KEY_ID", "PUB_KEY_ID_01",
                "WECHAT_PAY_PUBLIC_KEY", "-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----",
                "SMS_ACCESS_KEY_ID", "LTAI5tXXXX",
                "SMS_ACCESS_KEY_SECRET", "kJ8sX2",
                "SMS_SIGN_NAME", "滚财",
                "SMS_REPORT_TOKEN", "b7c1d9"));
        variables.put("CINEMA_APP_ID", "wx553b1f");
    }

    @Test
    void aBucketForReceiptsNeedsItsAddressAndKeys() throws IOException {
        variables.put("RECEIPTS_STORE", "s3");
        variables.put("RECEIPTS_S3_ENDPOINT", "http://oss.example");

        assertThat(faults("prod"))
                .extracting(fault -> fault.split(" ")[0])
                .startsWith(
                        "RECEIPTS_S3_ENDPOINT",
                        "RECEIPTS_S3_REGION",
                        "RECEIPTS_S3_BUCKET",
                        "RECEIPTS_S3_ACCESS_KEY_ID",
                        "RECEIPTS_S3_ACCESS_KEY_SECRET");
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() throws IOException {
        variables.clear();

        assertThat(faults("prod"))
                .extracting(fault -> fault.split(" ")[0])
                .contains(
                        "DATABASE_URL",
                        "DATABASE_USER",
                        "DATABASE_PASSWORD",
                        "SESSION_KEY",
                        "ENCRYPTION_KEY",
                        "DIGEST_KEY",
                        "WECHAT_APP_ID",
                        "WECHAT_APP_SECRET",
                        "WECHAT_PAY_MERCHANT_ID",
                        "WECHAT_PAY_SERIAL_NUMBER",
                        "WECHAT_PAY_PRIVATE_KEY",
                        "WECHAT_PAY_API_V3_KEY",
                        "WECHAT_PAY_PUBLIC_KEY_ID",
                        "WECHAT_PAY_PUBLIC_KEY",
                        "PUBLIC_URL",
                        "SMS_ACCESS_KEY_ID",
                        "SMS_ACCESS_KEY_SECRET",
                        "SMS_SIGN_NAME",
                        "CINEMA_APP_ID",
                        "SMS_REPORT_TOKEN",
                        "ADMIN_PASSWORD");
    }

    @Test
    void messageTemplatesThatNobodyApprovedAreNamed() throws IOException {
        assertThat(faults("prod"))
                .isNotEmpty()
                .allMatch(
                        fault -> fault.startsWith("backoffice.notification.templates.") || fault.startsWith("ADMIN_"));
    }

    @Test
    void demoAndSandboxValuesAreRefused() throws IOException {
        variables.put("SESSION_KEY", demo("backoffice.session.signing-keys[0].secret"));
        variables.put("ENCRYPTION_KEY", demo("backoffice.encryption.keys[0].secret"));
        variables.put("DIGEST_KEY", demo("backoffice.encryption.digest-secret"));
        variables.put("WECHAT_APP_ID", WeChat.APP_ID);
        variables.put("WECHAT_APP_SECRET", WeChat.SECRET);
        variables.put("WECHAT_PAY_MERCHANT_ID", Merchant.ID);
        variables.put("WECHAT_PAY_API_V3_KEY", Merchant.API_V3_KEY);
        variables.put("SMS_ACCESS_KEY_ID", AliyunSms.ACCESS_KEY_ID);
        variables.put("SMS_ACCESS_KEY_SECRET", AliyunSms.ACCESS_KEY_SECRET);
        variables.put("DATABASE_PASSWORD", "postgres");

        assertThat(faults("prod"))
                .filteredOn(fault -> fault.endsWith("is a demo value that everybody knows"))
                .hasSize(10);
    }

    @Test
    void weakKeysAndWrongAddressesAreRefused() throws IOException {
        variables.put("SESSION_KEY", random(16, 1));
        variables.put("DATABASE_URL", "jdbc:h2:mem:x");
        variables.put("PUBLIC_URL", "http://backoffice.example/pay");
        variables.put("WECHAT_PAY_PRIVATE_KEY", "/etc/apiclient_key.pem");

        assertThat(faults("prod").toString())
                .contains("SESSION_KEY", "base64 of 32 random bytes", "DATABASE_URL", "PUBLIC_URL", "apiclient_key.pem")
                .doesNotContain(random(16, 1), "/etc/");
    }

    @Test
    void eachOfSeveralKeysIsLookedAt() throws IOException {
        variables.put("backoffice.session.signing-keys[0].secret", random(32, 4));
        variables.put("backoffice.session.signing-keys[1].secret", "short");

        assertThat(faults("prod").toString()).contains("backoffice.session.signing-keys[1].secret");
    }

    @Test
    void certificateModeNeedsNoPublicKey() throws IOException {
        variables.remove("WECHAT_PAY_PUBLIC_KEY");
        variables.remove("WECHAT_PAY_PUBLIC_KEY_ID");
        variables.put("WECHAT_PAY_VERIFICATION", "CERTIFICATE");

        assertThat(faults("prod").toString()).doesNotContain("PUBLIC_KEY");
    }

    @Test
    void theJarWithoutAProfileSaysWhatItNeeds() throws IOException {
        variables.clear();

        assertThat(faults("default").toString()).contains("SESSION_KEY", "WECHAT_APP_ID", "SMS_SIGN_NAME");
    }

    private List<String> faults(String profile) throws IOException {
        return new RequiredConfiguration(environment(profile)).faults();
    }

    private StandardEnvironment environment(String profile) throws IOException {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        var sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        sources.addFirst(new MapPropertySource("variables", variables));
        for (var file : profile.equals("prod")
                ? new String[] {"application-prod.yaml", "application.yaml"}
                : new String[] {"application.yaml"}) {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(sources::addLast);
        }
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static String demo(String property) throws IOException {
        var demo = new YamlPropertySourceLoader().load("demo", new ClassPathResource("sandbox/demo.yaml"));
        return String.valueOf(demo.get(0).getProperty(property));
    }

    private static String random(int bytes, int seed) {
        var key = new byte[bytes];
        new Random(seed).nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
