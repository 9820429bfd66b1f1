package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.aliyun.AliyunSms;
import com.guncai.backoffice.sandbox.aliyun.Mailbox;
import com.guncai.backoffice.sandbox.provider.AppNodes;
import com.guncai.backoffice.sandbox.provider.Faults;
import com.guncai.backoffice.sandbox.provider.ProviderServer;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechat.WeChatUsers;
import com.guncai.backoffice.sandbox.wechatpay.WeChatPay;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One running WeChat, WeChat Pay and Aliyun SMS. */
final class Providers implements AutoCloseable {
    /** One clock in the JVM, as the process engine has but one. */
    private static final SandboxClock CLOCK = new SandboxClock();

    static final String REPORT_PATH = "/callbacks/aliyun-sms/reports";

    final SandboxClock clock = CLOCK;
    final Faults faults = new Faults();
    final AppNodes nodes = new AppNodes();
    final WeChatUsers users = WeChat.users(clock);
    final WeChatPay weChatPay;
    final WeChat weChat;
    final Mailbox mailbox;
    final ProviderServer server;
    private final ScheduledExecutorService timer = timer();
    private volatile String reportPath = REPORT_PATH;

    Providers() {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** @param address where their server listens */
    Providers(InetSocketAddress address) {
        weChatPay = new WeChatPay(clock, faults, WeChat.APP_ID, users::knows, nodes::post, timer);
        weChat = new WeChat(clock, faults, users, weChatPay.ledger());
        mailbox = new Mailbox(timer, (body, headers) -> nodes.post(reportPath, body, headers));
        server = new ProviderServer(List.of(weChatPay, weChat, new AliyunSms(clock, faults, mailbox)), timer, address);
    }

    /** The one that contexts with {@code sandbox.shared=true} have in common; it lives as long as the JVM. */
    static Providers shared() {
        return Shared.ONLY;
    }

    /** Where delivery reports of text messages go. */
    void reportTo(String path) {
        reportPath = path;
    }

    void every(Duration pause, Runnable work) {
        timer.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        server.close();
        timer.shutdownNow();
    }

    private static ScheduledExecutorService timer() {
        var timer = new ScheduledThreadPoolExecutor(4, task -> {
            var thread = new Thread(task, "sandbox-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static final class Shared {
        static final Providers ONLY = new Providers();
    }
}
