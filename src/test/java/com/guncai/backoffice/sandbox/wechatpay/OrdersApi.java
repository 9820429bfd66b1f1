package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.time.Clock;
import java.util.function.Predicate;

/** {@code /v3/pay/transactions}: JSAPI orders, their query and closing. */
final class OrdersApi {
    private final PayLedger ledger;
    private final Clock clock;
    private final String appId;
    private final Predicate<String> knownOpenid;

    OrdersApi(PayLedger ledger, Clock clock, String appId, Predicate<String> knownOpenid) {
        this.ledger = ledger;
        this.clock = clock;
        this.appId = appId;
        this.knownOpenid = knownOpenid;
    }

    Answer prepay(Call call) {
        var fields = new Fields(call.json());
        if (!fields.text("appid", 32).equals(appId)) throw new PayError("APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
        checkMerchant(fields.text("mchid", 32));
        var orderNo = fields.text("out_trade_no", 32);
        if (!orderNo.matches("[0-9A-Za-z_\\-|*]{6,32}")) throw PayError.param("商户订单号格式错误");
        var openid = fields.optional("payer.openid");
        if (openid == null || !knownOpenid.test(openid)) throw PayError.param("无效的openid");
        var currency = fields.optional("amount.currency");
        if (currency != null && !currency.equals("CNY")) throw PayError.param("amount.currency 仅支持 CNY");
        var expiresAt = fields.instant("time_expire");
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) throw PayError.param("time_expire 时间已过期");
        var order = ledger.prepay(new PayOrder(
                orderNo,
                openid,
                fields.text("description", 127),
                fields.fen("amount.total"),
                fields.optional("attach"),
                fields.notifyUrl(),
                expiresAt,
                clock.instant(),
                "wx" + ledger.number(""),
                PayOrder.State.NOTPAY,
                null,
                null,
                null));
        return Answer.json(200, Json.object().put("prepay_id", order.prepayId()));
    }

    Answer query(Call call, String orderNo) {
        checkMerchant(call.query("mchid"));
        return Answer.json(200, transaction(ledger.order(orderNo), appId));
    }

    Answer queryByTransaction(Call call, String transactionId) {
        checkMerchant(call.query("mchid"));
        var order = ledger.byTransaction(transactionId).orElseThrow(() -> new PayError("ORDER_NOT_EXIST", "订单不存在"));
        return Answer.json(200, transaction(order, appId));
    }

    Answer close(Call call, String orderNo) {
        checkMerchant(new Fields(call.json()).text("mchid", 32));
        ledger.close(orderNo);
        return Answer.empty();
    }

    /** An order as queries and payment notices carry it. */
    static ObjectNode transaction(PayOrder order, String appId) {
        var json = Json.object()
                .put("appid", appId)
                .put("mchid", Merchant.ID)
                .put("out_trade_no", order.orderNo())
                .put("trade_state", order.tradeState().name())
                .put("trade_state_desc", order.tradeState().text)
                .put("attach", order.attach() == null ? "" : order.attach());
        json.putArray("promotion_detail");
        var amount = json.putObject("amount").put("total", order.totalFen()).put("currency", "CNY");
        var payer = json.putObject("payer");
        if (order.successTime() != null) {
            amount.put("payer_total", order.totalFen()).put("payer_currency", "CNY");
            payer.put("openid", order.openid());
            json.put("transaction_id", order.transactionId())
                    .put("trade_type", "JSAPI")
                    .put("bank_type", "OTHERS")
                    .put("success_time", SandboxClock.rfc3339(order.successTime()));
        }
        return json;
    }

    static void checkMerchant(String mchid) {
        if (mchid.isEmpty()) throw PayError.param("mchid 必填");
        if (!mchid.equals(Merchant.ID)) throw PayError.param("商户号与签名的商户号不一致");
    }
}
