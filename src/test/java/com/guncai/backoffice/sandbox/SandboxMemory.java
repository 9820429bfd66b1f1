package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.aliyun.Sms;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.wechat.ShippingInfo;
import com.guncai.backoffice.sandbox.wechat.SubscribeMessage;
import com.guncai.backoffice.sandbox.wechat.WeChatUser;
import com.guncai.backoffice.sandbox.wechatpay.PayOrder;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * Keeps what the providers know in a file beside the application's database file, so that after a restart both sides
 * still know the same customers and payments, and the clock has not gone back. A database in memory has no such file.
 */
final class SandboxMemory {
    private static final Logger log = LoggerFactory.getLogger(SandboxMemory.class);
    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:)?([./~][^;]*).*");

    private final @Nullable Path file;
    private final @Nullable Providers providers;

    private SandboxMemory(@Nullable Path file, @Nullable Providers providers) {
        this.file = file;
        this.providers = providers;
    }

    static SandboxMemory none() {
        return new SandboxMemory(null, null);
    }

    static SandboxMemory beside(Environment environment, Providers providers) {
        var url = H2_FILE.matcher(environment.getProperty("spring.datasource.url", ""));
        return url.matches() ? new SandboxMemory(Path.of(url.group(1) + ".sandbox.json"), providers) : none();
    }

    void recall() {
        if (file == null || providers == null || !Files.exists(file)) return;
        try {
            var kept = Json.MAPPER.readValue(file.toFile(), Kept.class);
            var ahead = kept.clockOffset().minus(providers.clock.offset());
            if (!ahead.isNegative()) providers.clock.advance(ahead);
            ClockUtil.offset(providers.clock.offset().toMillis());
            providers.users.restore(kept.users());
            providers.weChatPay.restore(kept.orders(), kept.refunds());
            providers.weChat.restore(kept.messages(), kept.shipping());
            providers.mailbox.restore(kept.texts());
        } catch (IOException e) {
            log.warn("The sandbox starts with an empty memory: {} is not readable ({})", file, e.getMessage());
        }
    }

    void keep() {
        if (file == null || providers == null) return;
        var kept = new Kept(
                providers.clock.offset(),
                providers.users.all(),
                providers.weChatPay.ledger().orders(),
                providers.weChatPay.ledger().refunds(),
                oldestFirst(providers.weChat.shipping().uploaded()),
                oldestFirst(providers.weChat.messages().arrived(null)),
                oldestFirst(providers.mailbox.arrived(null)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Json.MAPPER.writeValue(file.toFile(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> oldestFirst(List<T> newestFirst) {
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private record Kept(
            Duration clockOffset,
            List<WeChatUser> users,
            List<PayOrder> orders,
            List<PayRefund> refunds,
            List<ShippingInfo> shipping,
            List<SubscribeMessage> messages,
            List<Sms> texts) {}
}
