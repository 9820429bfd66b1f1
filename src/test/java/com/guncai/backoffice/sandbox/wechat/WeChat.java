package com.guncai.backoffice.sandbox.wechat;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Fault.Target;
import com.guncai.backoffice.sandbox.provider.Faults;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.Provider;
import com.guncai.backoffice.sandbox.wechatpay.PayLedger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The mini-app servers' front door: checks secret or access token and lets faults happen. */
public final class WeChat implements Provider {
    public static final String APP_ID = "wx7a1e5c0d9b3f2846";
    public static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private final Faults faults;
    private final AccessTokens tokens;
    private final WeChatUsers users;
    private final Messages messages;
    private final Shipping shipping;
    private final Clock clock;
    private final Map<String, Operation> operations;
    private volatile String orderDetailPath = "";

    public WeChat(Clock clock, Faults faults, WeChatUsers users, PayLedger ledger) {
        this.clock = clock;
        this.faults = faults;
        this.users = users;
        tokens = new AccessTokens(clock);
        messages = new Messages(users, clock);
        shipping = new Shipping(ledger, clock);
        operations = Map.ofEntries(
                Map.entry("/cgi-bin/token", new Operation("token", false, 40164, this::classicToken)),
                Map.entry("/cgi-bin/stable_token", new Operation("token", false, 40164, this::stableToken)),
                Map.entry("/sns/jscode2session", new Operation("login", false, 40029, this::login)),
                Map.entry("/wxa/business/getuserphonenumber", new Operation("phone", true, 40029, this::phone)),
                Map.entry("/cgi-bin/message/subscribe/send", new Operation("subscribe", true, 43101, messages::send)),
                Map.entry(
                        "/wxa/sec/order/upload_shipping_info",
                        new Operation("shipping", true, 10060001, shipping::upload)),
                Map.entry("/wxa/sec/order/get_order", new Operation("shipping-query", true, 10060001, shipping::order)),
                Map.entry(
                        "/wxa/sec/order/is_trade_managed",
                        new Operation("trade-managed", true, 40097, call -> flag("is_trade_managed"))),
                Map.entry(
                        "/wxa/sec/order/is_trade_management_confirmation_completed",
                        new Operation("trade-managed", true, 40097, call -> flag("completed"))),
                Map.entry(
                        "/wxa/sec/order/update_order_detail_path",
                        new Operation("order-path", true, 40097, this::updateOrderDetailPath)),
                Map.entry(
                        "/wxa/sec/order/get_order_detail_path",
                        new Operation("order-path", true, 40097, call -> orderDetailPath())));
    }

    public static WeChatUsers users(Clock clock) {
        return new WeChatUsers(clock);
    }

    public Messages messages() {
        return messages;
    }

    public Shipping shipping() {
        return shipping;
    }

    /** Takes over what an earlier sandbox knew; oldest first. */
    public void restore(List<SubscribeMessage> savedMessages, List<ShippingInfo> savedShipping) {
        messages.restore(savedMessages);
        shipping.restore(savedShipping);
    }

    @Override
    public boolean serves(Call call) {
        return operations.containsKey(call.path());
    }

    @Override
    public Answer answer(Call call) {
        var operation = operations.get(call.path());
        try {
            if (operation.needsToken()) tokens.check(call.query("access_token"));
            var fault = faults.take(Target.WECHAT, operation.name());
            return fault.isEmpty() ? operation.handler().apply(call) : failing(operation, call, fault.get());
        } catch (WeChatError e) {
            return e.answer();
        }
    }

    private static Answer failing(Operation operation, Call call, Fault fault) {
        return switch (fault.fault()) {
            case TIMEOUT -> operation.handler().apply(call).withhold();
            case ERROR -> Answer.json(500, Json.object().put("errcode", -1).put("errmsg", "system error"));
            case REFUSE -> {
                var code = fault.codeOr(Integer.toString(operation.usualRefusal()));
                throw new WeChatError(Integer.parseInt(code), "refused by the tester");
            }
        };
    }

    private Answer classicToken(Call call) {
        if (!"client_credential".equals(call.query("grant_type"))) throw new WeChatError(40002, "invalid grant_type");
        checkAccount(call.query("appid"), call.query("secret"));
        return Answer.json(200, tokens.classic());
    }

    private Answer stableToken(Call call) {
        var body = call.json();
        if (!"client_credential".equals(body.path("grant_type").asText()))
            throw new WeChatError(40002, "invalid grant_type");
        checkAccount(body.path("appid").asText(), body.path("secret").asText());
        return Answer.json(200, tokens.stable(body.path("force_refresh").asBoolean()));
    }

    private Answer login(Call call) {
        checkAccount(call.query("appid"), call.query("secret"));
        var user = users.byLoginCode(call.query("js_code"));
        return Answer.json(
                200,
                Json.object()
                        .put("openid", user.openid())
                        .put("session_key", WeChatUsers.token(22) + "==")
                        .put("unionid", user.unionid()));
    }

    private Answer phone(Call call) {
        var user = users.byPhoneCode(call.json().path("code").asText());
        var json = Json.object().put("errcode", 0).put("errmsg", "ok");
        json.putObject("phone_info")
                .put("phoneNumber", user.phone())
                .put("purePhoneNumber", user.phone())
                .put("countryCode", "86")
                .putObject("watermark")
                .put("timestamp", clock.instant().getEpochSecond())
                .put("appid", APP_ID);
        return Answer.json(200, json);
    }

    private Answer flag(String name) {
        return Answer.json(
                200, Json.object().put("errcode", 0).put("errmsg", "ok").put(name, true));
    }

    private Answer updateOrderDetailPath(Call call) {
        var path = call.json().path("path").asText();
        if (!path.contains("${商品订单号}")) throw new WeChatError(40097, "invalid args: path must contain ${商品订单号}");
        orderDetailPath = path;
        return Shipping.ok();
    }

    private Answer orderDetailPath() {
        return Answer.json(
                200, Json.object().put("errcode", 0).put("errmsg", "ok").put("path", orderDetailPath));
    }

    private static void checkAccount(String appId, String secret) {
        if (!appId.equals(APP_ID)) throw new WeChatError(40013, "invalid appid");
        if (!secret.equals(SECRET)) throw new WeChatError(40125, "invalid appsecret");
    }

    private record Operation(String name, boolean needsToken, int usualRefusal, Function<Call, Answer> handler) {}
}
