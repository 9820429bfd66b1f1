package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** {@code /v3/fund-app/mch-transfer/transfer-bills}: 商家转账, confirmed by the user within 24 hours or failed. */
final class TransfersApi {
    private static final Duration CONFIRMABLE = Duration.ofHours(24);

    private final PayLedger numbers;
    private final Clock clock;
    private final String appId;
    private final Predicate<String> knownOpenid;
    private final Map<String, PayTransfer> transfers = new LinkedHashMap<>();

    TransfersApi(PayLedger numbers, Clock clock, String appId, Predicate<String> knownOpenid) {
        this.numbers = numbers;
        this.clock = clock;
        this.appId = appId;
        this.knownOpenid = knownOpenid;
    }

    synchronized Answer transfer(Call call) {
        var fields = new Fields(call.json());
        if (!fields.text("appid", 32).equals(appId)) throw PayError.param("appid与商户号不匹配");
        var billNo = fields.text("out_bill_no", 32);
        if (!billNo.matches("[0-9A-Za-z]+")) throw PayError.param("商户单号只能由数字、大小写字母组成");
        fields.text("transfer_scene_id", 36);
        var openid = fields.text("openid", 64);
        if (!knownOpenid.test(openid)) throw PayError.param("无效的openid");
        var amount = fields.fen("transfer_amount");
        var remark = fields.text("transfer_remark", 32);
        var known = transfers.get(billNo);
        if (known != null && (known.amountFen() != amount || !known.openid().equals(openid)))
            throw new PayError("INVALID_REQUEST", "单号重复，且参数与之前的请求不一致");
        if (known == null) {
            known = new PayTransfer(
                    billNo,
                    numbers.number("1330"),
                    openid,
                    amount,
                    remark,
                    PayTransfer.State.WAIT_USER_CONFIRM,
                    null,
                    clock.instant(),
                    clock.instant());
            transfers.put(billNo, known);
        }
        var json = Json.object()
                .put("out_bill_no", billNo)
                .put("transfer_bill_no", known.transferBillNo())
                .put("create_time", SandboxClock.rfc3339(known.createdAt()))
                .put("state", known.state().name());
        if (known.state() == PayTransfer.State.WAIT_USER_CONFIRM)
            json.put("package_info", "affffddafdfafddffda==" + known.transferBillNo());
        return Answer.json(200, json);
    }

    synchronized Answer query(String billNo) {
        return Answer.json(200, json(transfer(billNo)));
    }

    synchronized Answer cancel(String billNo) {
        var transfer = transfer(billNo);
        if (transfer.state() != PayTransfer.State.WAIT_USER_CONFIRM) throw new PayError("INVALID_REQUEST", "当前状态不支持撤销");
        var cancelled = settle(billNo, PayTransfer.State.CANCELLED);
        return Answer.json(
                200,
                Json.object()
                        .put("out_bill_no", billNo)
                        .put("transfer_bill_no", cancelled.transferBillNo())
                        .put("state", cancelled.state().name())
                        .put("update_time", SandboxClock.rfc3339(cancelled.updatedAt())));
    }

    /** The user confirms, or the transfer fails. */
    synchronized PayTransfer settle(String billNo, PayTransfer.State state) {
        var reason = state == PayTransfer.State.FAIL ? "PAYEE_ACCOUNT_ABNORMAL" : null;
        var settled = transfer(billNo).is(state, reason, clock.instant());
        transfers.put(billNo, settled);
        return settled;
    }

    synchronized List<PayTransfer> all() {
        return new ArrayList<>(transfers.values());
    }

    private PayTransfer transfer(String billNo) {
        var transfer = transfers.get(billNo);
        if (transfer == null) throw new PayError("NOT_FOUND", "记录不存在");
        if (transfer.state() == PayTransfer.State.WAIT_USER_CONFIRM
                && transfer.createdAt().plus(CONFIRMABLE).isBefore(clock.instant())) {
            transfer = transfer.is(PayTransfer.State.FAIL, "OVERDUE_CLOSE", clock.instant());
            transfers.put(billNo, transfer);
        }
        return transfer;
    }

    private ObjectNode json(PayTransfer transfer) {
        var json = Json.object()
                .put("mch_id", Merchant.ID)
                .put("appid", appId)
                .put("out_bill_no", transfer.outBillNo())
                .put("transfer_bill_no", transfer.transferBillNo())
                .put("openid", transfer.openid())
                .put("state", transfer.state().name())
                .put("transfer_amount", transfer.amountFen())
                .put("transfer_remark", transfer.remark())
                .put("create_time", SandboxClock.rfc3339(transfer.createdAt()))
                .put("update_time", SandboxClock.rfc3339(transfer.updatedAt()));
        if (transfer.failReason() != null) json.put("fail_reason", transfer.failReason());
        return json;
    }
}
