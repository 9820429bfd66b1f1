package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.aliyun.AliyunSms;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechatpay.Merchant;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Starts {@link SandboxServer} and writes what the application has to be told, a file for each variable: the folder is the
 * application's {@code SECRETS_DIR}.
 */
public final class SandboxMain {
    private SandboxMain() {}

    /** @param arguments address it listens at, name by which the application reaches it, ports of providers and controls, folder, nodes */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 6) {
            throw new IllegalArgumentException("bind host providers-port controls-port folder node…");
        }
        var bind = arguments[0];
        var providers = new Providers(new InetSocketAddress(bind, Integer.parseInt(arguments[2])));
        for (var node : List.of(arguments).subList(5, arguments.length)) {
            providers.nodes.add(node);
        }
        var token = "report-token-of-the-sandbox";
        providers.reportTo(Providers.REPORT_PATH + "?token=" + token);
        var server = new SandboxServer(providers, new InetSocketAddress(bind, Integer.parseInt(arguments[3])));
        var folder = Path.of(arguments[4]);
        write(folder, told(arguments[1], providers.server.port(), token));
        var proxy = Merchant.selfSigned("localhost");
        write(folder.resolve("tls"), Map.of("fullchain.pem", proxy.certificate(), "privkey.pem", proxy.key()));
        // Whoever waits for all of it looks for this one.
        Files.writeString(folder.resolve(".complete"), "");
        System.out.println("sandbox: providers at " + providers.server.port() + ", controls at " + server.port());
    }

    private static void write(Path folder, Map<String, String> told) throws IOException {
        Files.createDirectories(folder);
        for (var variable : told.entrySet()) {
            Files.writeString(folder.resolve(variable.getKey()), variable.getValue());
        }
    }

    private static Map<String, String> told(String host, int port, String token) {
        var merchant = Merchant.only();
        var told = new TreeMap<String, String>();
        told.put("WECHAT_APP_ID", WeChat.APP_ID);
        told.put("WECHAT_APP_SECRET", WeChat.SECRET);
        told.put("backoffice.wechat.api-host-url", "http://" + host + ":" + port);
        told.put("WECHAT_PAY_MERCHANT_ID", Merchant.ID);
        told.put("WECHAT_PAY_SERIAL_NUMBER", merchant.serial());
        told.put("WECHAT_PAY_PRIVATE_KEY", merchant.privateKeyPem());
        told.put("WECHAT_PAY_API_V3_KEY", Merchant.API_V3_KEY);
        told.put("WECHAT_PAY_PUBLIC_KEY_ID", Merchant.PUBLIC_KEY_ID);
        told.put("WECHAT_PAY_PUBLIC_KEY", merchant.platformPublicKeyPem());
        // The pay SDK signs for hosts of WeChat Pay only: this name leads to the sandbox.
        told.put("backoffice.wechat-pay.api-host-url", "http://" + SandboxDns.PAY_HOST + ":" + port);
        told.put("SMS_ACCESS_KEY_ID", AliyunSms.ACCESS_KEY_ID);
        told.put("SMS_ACCESS_KEY_SECRET", AliyunSms.ACCESS_KEY_SECRET);
        told.put("SMS_SIGN_NAME", AliyunSms.SIGN_NAME);
        told.put("SMS_REPORT_TOKEN", token);
        told.put("backoffice.sms.endpoint", host + ":" + port);
        told.put("backoffice.sms.protocol", "HTTP");
        told.put("CINEMA_APP_ID", "wx00000000000cinema");
        return told;
    }
}
