package com.guncai.backoffice.sandbox.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.wechatpay.Merchant;
import com.guncai.backoffice.sandbox.wechatpay.PayLedger;
import com.guncai.backoffice.sandbox.wechatpay.PayOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /wxa/sec/order}: 发货信息管理. */
public final class Shipping {
    private static final int LONGEST_DESCRIPTION = 120;

    private final PayLedger ledger;
    private final Clock clock;
    private final Map<String, ShippingInfo> uploaded = new LinkedHashMap<>();

    Shipping(PayLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Newest first. */
    public synchronized List<ShippingInfo> uploaded() {
        var all = new ArrayList<>(uploaded.values());
        Collections.reverse(all);
        return all;
    }

    synchronized Answer upload(Call call) {
        var body = call.json();
        var info = read(body);
        var known = uploaded.get(info.orderNo());
        if (known != null && known.saysTheSame(info)) throw new WeChatError(10060023, "发货信息未更新");
        if (known != null && known.uploads() > 1) throw new WeChatError(10060003, "支付单已使用重新发货机会");
        uploaded.remove(info.orderNo());
        uploaded.put(info.orderNo(), info.again(known == null ? 1 : 2));
        return ok();
    }

    synchronized Answer order(Call call) {
        var body = call.json();
        var order = find(
                body.path("transaction_id").asText(),
                body.path("merchant_trade_no").asText());
        var shipped = uploaded.get(order.orderNo());
        var json = Json.object().put("errcode", 0).put("errmsg", "ok");
        var info = json.putObject("order")
                .put("transaction_id", order.transactionId())
                .put("merchant_id", Merchant.ID)
                .put("merchant_trade_no", order.orderNo())
                .put("description", order.description())
                .put("paid_amount", order.totalFen())
                .put("openid", order.openid())
                .put("trade_create_time", order.createdAt().getEpochSecond())
                .put(
                        "pay_time",
                        Optional.ofNullable(order.successTime())
                                .orElse(Instant.EPOCH)
                                .getEpochSecond())
                .put("order_state", order.tradeState() == PayOrder.State.REFUND ? 5 : shipped == null ? 1 : 2)
                .put("in_complaint", false);
        var shipping = info.putObject("shipping");
        if (shipped != null) {
            shipping.put("delivery_mode", shipped.deliveryMode())
                    .put("logistics_type", shipped.logisticsType())
                    .put("finish_shipping", true)
                    .put("finish_shipping_count", shipped.uploads())
                    .put("goods_desc", shipped.itemDesc());
            shipping.putArray("shipping_list")
                    .addObject()
                    .put("goods_desc", shipped.itemDesc())
                    .put("upload_time", shipped.at().getEpochSecond());
        }
        return Answer.json(200, json);
    }

    synchronized void restore(List<ShippingInfo> saved) {
        saved.forEach(info -> uploaded.put(info.orderNo(), info));
    }

    private ShippingInfo read(JsonNode body) {
        var key = body.path("order_key");
        var order = orderOf(key);
        var type = body.path("logistics_type").asInt();
        if (type < 1 || type > 4) throw new WeChatError(10060005, "物流类型有误");
        var mode = body.path("delivery_mode").asInt();
        if (mode != 1 && mode != 2) throw new WeChatError(268485224, "发货方式非法");
        if (type != 1 && mode == 2) throw new WeChatError(10060006, "非快递发货时不允许分拆发货");
        var items = body.path("shipping_list");
        if (!items.isArray() || items.isEmpty()) throw new WeChatError(10060014, "参数错误");
        var description = items.get(0).path("item_desc").asText();
        if (description.isBlank()) throw new WeChatError(10060008, "商品描述 item_desc 不能为空");
        if (description.length() > LONGEST_DESCRIPTION) throw new WeChatError(10060009, "商品描述 item_desc 太长");
        checkTime(body.path("upload_time").asText());
        var openid = body.path("payer").path("openid").asText();
        if (openid.isEmpty()) throw new WeChatError(268485228, "支付者openid为空");
        if (!openid.equals(order.openid())) throw new WeChatError(10060014, "参数错误，支付者与支付单不一致");
        var transaction = Optional.ofNullable(order.transactionId()).orElse("");
        return new ShippingInfo(order.orderNo(), transaction, openid, type, mode, description, clock.instant(), 1);
    }

    private PayOrder orderOf(JsonNode key) {
        return switch (key.path("order_number_type").asInt()) {
            case 1 -> {
                if (key.path("mchid").asText().isEmpty()) throw new WeChatError(268485196, "商户号不能为空");
                if (key.path("out_trade_no").asText().isEmpty()) throw new WeChatError(268485197, "商户订单号不能为空");
                yield find("", key.path("out_trade_no").asText());
            }
            case 2 -> {
                if (key.path("transaction_id").asText().isEmpty()) throw new WeChatError(268485195, "微信支付订单号不能为空");
                yield find(key.path("transaction_id").asText(), "");
            }
            default -> throw new WeChatError(268485194, "缺少订单号类型");
        };
    }

    private PayOrder find(String transactionId, String orderNo) {
        var order = transactionId.isEmpty() ? ledger.find(orderNo) : ledger.byTransaction(transactionId);
        return order.filter(PayOrder::paid).orElseThrow(() -> new WeChatError(10060001, "支付单不存在"));
    }

    private static void checkTime(String time) {
        try {
            OffsetDateTime.parse(time);
        } catch (DateTimeParseException e) {
            throw new WeChatError(268485216, "上传时间非法，请按照 RFC 3339 格式填写");
        }
    }

    static Answer ok() {
        return Answer.json(200, Json.object().put("errcode", 0).put("errmsg", "ok"));
    }
}
