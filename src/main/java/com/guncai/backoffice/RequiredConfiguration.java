package com.guncai.backoffice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * What the application cannot do without. Outside production only what is missing counts; in production, demo values,
 * weak keys and message templates that no provider approved are faults as well.
 */
class RequiredConfiguration {
    /** What the sandbox and its demo use, published with the source, and what everybody tries first. */
    private static final Set<String> KNOWN_TO_EVERYBODY = Set.of(
            "wx7a1e5c0d9b3f2846",
            "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "1600000001",
            "admin",
            "backoffice",
            "changeme",
            "change-me",
            "password",
            "postgres",
            "secret");

    private static final int KEY_BYTES = 32;

    private final ConfigurableEnvironment environment;
    private final boolean production;
    private final List<String> faults = new ArrayList<>();

    RequiredConfiguration(ConfigurableEnvironment environment) {
        this.environment = environment;
        this.production = environment.acceptsProfiles(Profiles.of("prod"));
    }

    boolean isProduction() {
        return production;
    }

    /** One line each, naming the environment variable and the property but never the value. */
    List<String> faults() {
        faults.clear();
        if (production) {
            required(
                    "DATABASE_URL",
                    "spring.datasource.url",
                    "must begin with jdbc:postgresql:",
                    RequiredConfiguration::isPostgreSql);
            required("DATABASE_USER", "spring.datasource.username");
            secret("DATABASE_PASSWORD", "spring.datasource.password");
        }
        keys("SESSION_KEY", "backoffice.session.signing-keys");
        keys("ENCRYPTION_KEY", "backoffice.encryption.keys");
        key("DIGEST_KEY", "backoffice.encryption.digest-secret");
        secret("WECHAT_APP_ID", "backoffice.wechat.app-id");
        secret("WECHAT_APP_SECRET", "backoffice.wechat.secret");
        secret("WECHAT_PAY_MERCHANT_ID", "backoffice.wechat-pay.merchant-id");
        required("WECHAT_PAY_SERIAL_NUMBER", "backoffice.wechat-pay.merchant-serial-number");
        required(
                "WECHAT_PAY_PRIVATE_KEY",
                "backoffice.wechat-pay.merchant-private-key",
                "must be the text of apiclient_key.pem",
                pem -> pem.contains("-----BEGIN PRIVATE KEY-----"));
        secret(
                "WECHAT_PAY_API_V3_KEY",
                "backoffice.wechat-pay.api-v3-key",
                "must have 32 characters",
                key -> key.length() == 32);
        if (!"CERTIFICATE".equalsIgnoreCase(value("backoffice.wechat-pay.verification"))) {
            required("WECHAT_PAY_PUBLIC_KEY_ID", "backoffice.wechat-pay.public-key-id");
            required(
                    "WECHAT_PAY_PUBLIC_KEY",
                    "backoffice.wechat-pay.public-key",
                    "must be the text of pub_key.pem",
                    pem -> pem.contains("-----BEGIN PUBLIC KEY-----"));
        }
        required(
                "PUBLIC_URL",
                "backoffice.wechat-pay.notify-base-url",
                "must be https://host without a path",
                url -> url.matches("https://[^/?#]+"));
        secret("SMS_ACCESS_KEY_ID", "backoffice.sms.access-key-id");
        secret("SMS_ACCESS_KEY_SECRET", "backoffice.sms.access-key-secret");
        required("SMS_SIGN_NAME", "backoffice.sms.sign-name");
        required("CINEMA_APP_ID", "backoffice.coupon.cinema.app-id");
        if ("S3".equalsIgnoreCase(value("backoffice.receipts.store"))) {
            bucket();
        }
        if (production) {
            secret("SMS_REPORT_TOKEN", "backoffice.sms.report-token"); // behind a proxy no report comes in without it
            templates();
            firstAdministrator();
        }
        return List.copyOf(faults);
    }

    private void bucket() {
        required(
                "RECEIPTS_S3_ENDPOINT",
                "backoffice.receipts.s3.endpoint",
                "must be https://host without a path",
                url -> url.matches("https://[^/?#]+"));
        required("RECEIPTS_S3_REGION", "backoffice.receipts.s3.region");
        required("RECEIPTS_S3_BUCKET", "backoffice.receipts.s3.bucket");
        secret("RECEIPTS_S3_ACCESS_KEY_ID", "backoffice.receipts.s3.access-key-id");
        secret("RECEIPTS_S3_ACCESS_KEY_SECRET", "backoffice.receipts.s3.access-key-secret");
    }

    private void required(String variable, String property) {
        required(variable, property, "", any -> true);
    }

    private void required(String variable, String property, String rule, Predicate<String> holds) {
        var value = value(property);
        if (value.isBlank()) {
            fault(variable, property, "is missing");
        } else if (production && !holds.test(value)) {
            fault(variable, property, rule);
        }
    }

    private void secret(String variable, String property) {
        secret(variable, property, "", any -> true);
    }

    private void secret(String variable, String property, String rule, Predicate<String> holds) {
        if (production && isKnown(value(property))) {
            fault(variable, property, "is a demo value that everybody knows");
        } else {
            required(variable, property, rule, holds);
        }
    }

    private void key(String variable, String property) {
        secret(
                variable,
                property,
                "must be base64 of %d random bytes (openssl rand -base64 %1$d)".formatted(KEY_BYTES),
                key -> decoded(key).length == KEY_BYTES);
    }

    private void keys(String variable, String property) {
        key(variable, property + "[0].secret");
        for (int i = 1; environment.containsProperty(property + "[" + i + "].secret"); i++) {
            key(variable, property + "[" + i + "].secret");
        }
    }

    /** Names the templates that still bear the name they have in this repository. */
    private void templates() {
        Binder.get(environment)
                .bind("backoffice.notification.templates", Bindable.mapOf(String.class, Template.class))
                .orElse(Map.of())
                .forEach((code, template) -> {
                    var property = "backoffice.notification.templates." + code;
                    if (!template.sms().matches("SMS_\\d+")) {
                        faults.add(property + ".sms must be a template code that Aliyun approved (SMS_ and digits)");
                    }
                    if (template.wechat().startsWith("TMPL_")) {
                        faults.add(property
                                + ".wechat must be a template id of the mini-program, or empty to send SMS only");
                    }
                });
    }

    /** Needed on the first start only, which cannot be told from here; so it alone does not stop a start. */
    private void firstAdministrator() {
        if (!faults.isEmpty()
                && value("backoffice.first-administrator.password").isBlank()) {
            fault("ADMIN_PASSWORD", "backoffice.first-administrator.password", "is missing; the first start needs it");
        }
    }

    private void fault(String variable, String property, String what) {
        faults.add("%s (%s) %s".formatted(variable, property, what));
    }

    private String value(String property) {
        return environment.getProperty(property, "");
    }

    private static boolean isPostgreSql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    private static boolean isKnown(String value) {
        var text = value.strip().toLowerCase(Locale.ROOT);
        return KNOWN_TO_EVERYBODY.contains(text)
                || text.contains("sandbox")
                || new String(decoded(value), StandardCharsets.UTF_8).startsWith("demo-");
    }

    private static byte[] decoded(String value) {
        try {
            return Base64.getDecoder().decode(value.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    record Template(@DefaultValue("") String sms, @DefaultValue("") String wechat) {}
}
