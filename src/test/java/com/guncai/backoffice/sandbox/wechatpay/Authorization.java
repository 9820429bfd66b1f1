package com.guncai.backoffice.sandbox.wechatpay;

import com.guncai.backoffice.sandbox.provider.Call;
import java.time.Instant;
import java.util.HashMap;
import java.util.regex.Pattern;

/** Checks the signature every APIv3 request carries. */
final class Authorization {
    private static final String SCHEMA = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final long LENIENCY_SECONDS = 300;

    private Authorization() {}

    /** @throws PayError {@code SIGN_ERROR} */
    static void check(Call call) {
        var header = call.header("Authorization");
        if (!header.startsWith(SCHEMA)) throw refused("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
        var parts = new HashMap<String, String>();
        PART.matcher(header).results().forEach(part -> parts.put(part.group(1), part.group(2)));
        if (!Merchant.ID.equals(parts.get("mchid"))) throw refused("商户号不存在");
        if (!Merchant.only().serial().equals(parts.get("serial_no"))) throw refused("商户证书序列号有误");
        var timestamp = parts.getOrDefault("timestamp", "");
        // The SDK signs with the machine's clock, not with the sandbox's.
        if (!timestamp.matches("\\d{1,12}")
                || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > LENIENCY_SECONDS)
            throw refused("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
        var message =
                Crypto.lines(call.method(), call.target(), timestamp, parts.getOrDefault("nonce_str", ""), call.text());
        if (!Crypto.verifies(
                message, parts.getOrDefault("signature", ""), Merchant.only().merchantKeys()))
            throw refused("签名错误，请检查后再试");
    }

    private static PayError refused(String message) {
        return new PayError("SIGN_ERROR", message);
    }
}
