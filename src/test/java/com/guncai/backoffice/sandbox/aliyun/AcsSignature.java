package com.guncai.backoffice.sandbox.aliyun;

import com.guncai.backoffice.sandbox.provider.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Aliyun's request signature, version 3 ({@code ACS3-HMAC-SHA256}). */
final class AcsSignature {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final Pattern HEADER =
            Pattern.compile(ALGORITHM + " Credential=([^,]+),\\s*SignedHeaders=([^,]+),\\s*Signature=([0-9a-f]+)");

    private AcsSignature() {}

    /** @throws AliyunError when the key is unknown or the signature does not fit */
    static void check(Call call, String accessKeyId, String secret) {
        var header = HEADER.matcher(call.header("Authorization"));
        if (!header.matches())
            throw new AliyunError(400, "MissingAuthorization", "Authorization is mandatory for this action.");
        if (!header.group(1).equals(accessKeyId))
            throw new AliyunError(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        var payload = hash(call.body());
        if (!payload.equals(call.header("x-acs-content-sha256")))
            throw new AliyunError(400, "SignatureDoesNotMatch", "The hash of the content does not match.");
        var signedHeaders = header.group(2);
        var canonicalHeaders = Pattern.compile(";")
                .splitAsStream(signedHeaders)
                .map(name -> name + ":" + call.header(name).trim() + "\n")
                .collect(Collectors.joining());
        var canonical = String.join(
                "\n", call.method(), call.path(), canonicalQuery(call), canonicalHeaders, signedHeaders, payload);
        var signed = mac(ALGORITHM + "\n" + hash(canonical.getBytes(StandardCharsets.UTF_8)), secret);
        if (!signed.equals(header.group(3)))
            throw new AliyunError(
                    400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation.");
    }

    private static String canonicalQuery(Call call) {
        return new TreeMap<>(call.query())
                .entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mac(String text, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
