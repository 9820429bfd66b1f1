package com.guncai.backoffice.sandbox;

import com.github.binarywang.wxpay.config.HttpClientBuilderCustomizer;
import java.net.InetAddress;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;

/**
 * Leads the pay SDK to the sandbox. It signs its requests and verifies the answers only for hosts that end in
 * {@code .mch.weixin.qq.com}, so the sandbox bears such a name, which no name server knows.
 */
final class SandboxDns {
    static final String PAY_HOST = "sandbox.mch.weixin.qq.com";

    private SandboxDns() {}

    static HttpClientBuilderCustomizer customizer() {
        return builder -> builder.setDnsResolver(host -> host.equals(PAY_HOST)
                ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                : SystemDefaultDnsResolver.INSTANCE.resolve(host));
    }
}
