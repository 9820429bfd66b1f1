package com.guncai.backoffice.sandbox.wechatpay;

import static com.guncai.backoffice.sandbox.wechatpay.PayRefund.Status.SUCCESS;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Fault.Target;
import com.guncai.backoffice.sandbox.provider.Faults;
import com.guncai.backoffice.sandbox.provider.Provider;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;

/** The APIv3 front door: checks the caller's signature, lets faults happen, signs every answer. */
public final class WeChatPay implements Provider {
    /** What WeChat Pay most likely refuses an operation with. */
    private static final Map<String, String> USUAL_REFUSAL = Map.of(
            "query", "ORDER_NOT_EXIST",
            "refund", "NOT_ENOUGH",
            "refund-query", "RESOURCE_NOT_EXISTS",
            "transfer", "NOT_ENOUGH",
            "transfer-query", "NOT_FOUND",
            "bill", "NO_STATEMENT_EXIST");

    private final Faults faults;
    private final PayLedger ledger;
    private final RefundsApi refunds;
    private final TransfersApi transfers;
    private final ComplaintsApi complaints;
    private final RefundSettlement settlement;
    private final PayNotices notices;
    private final BillFaults billFaults = new BillFaults();
    private final List<Route> routes;

    public WeChatPay(
            Clock clock,
            Faults faults,
            String appId,
            Predicate<String> knownOpenid,
            PayNotices.Post post,
            ScheduledExecutorService timer) {
        this.faults = faults;
        ledger = new PayLedger(clock);
        notices = new PayNotices(clock, appId, post, timer);
        settlement = new RefundSettlement(ledger, notices, timer);
        transfers = new TransfersApi(ledger, clock, appId, knownOpenid);
        var orders = new OrdersApi(ledger, clock, appId, knownOpenid);
        refunds = new RefundsApi(ledger, clock);
        var bills = new BillsApi(ledger, billFaults, clock, appId);
        var certificates = new CertificatesApi();
        complaints = new ComplaintsApi(ledger, clock);
        var complaint = "/v3/merchant-service/complaints-v2";
        var orderNo = "/v3/pay/transactions/out-trade-no/([^/]+)";
        var bill = "/v3/fund-app/mch-transfer/transfer-bills";
        routes = List.of(
                Route.of("prepay", "POST", "/v3/pay/transactions/jsapi", (call, no) -> orders.prepay(call)),
                Route.of("query", "GET", orderNo, orders::query),
                Route.of("query", "GET", "/v3/pay/transactions/id/([^/]+)", orders::queryByTransaction),
                Route.of("close", "POST", orderNo + "/close", orders::close),
                Route.of("refund", "POST", "/v3/refund/domestic/refunds", (call, no) -> refund(call, SUCCESS)),
                Route.of("refund-query", "GET", "/v3/refund/domestic/refunds/([^/]+)", (c, no) -> refunds.query(no)),
                Route.of("bill", "GET", "/v3/bill/tradebill", (call, no) -> bills.trades(call)),
                Route.of("bill", "GET", "/v3/bill/fundflowbill", (call, no) -> bills.funds(call)),
                Route.of("download", "GET", "/v3/billdownload/file", (call, no) -> bills.download(call)),
                Route.of("complaint", "GET", complaint, (call, no) -> complaints.list(call)),
                Route.of("complaint", "GET", complaint + "/([^/]+)", complaints::detail),
                Route.of("complaint-answer", "POST", complaint + "/([^/]+)/response", complaints::respond),
                Route.of("complaint-complete", "POST", complaint + "/([^/]+)/complete", complaints::complete),
                Route.of("image", "GET", "/v3/merchant-service/images/([^/]+)", (call, id) -> complaints.image(id)),
                Route.of("certificates", "GET", "/v3/certificates", (call, no) -> certificates.list()),
                Route.of("transfer", "POST", bill, (call, no) -> transfers.transfer(call)),
                Route.of("transfer-query", "GET", bill + "/out-bill-no/([^/]+)", (call, no) -> transfers.query(no)),
                Route.of("transfer", "POST", bill + "/out-bill-no/([^/]+)/cancel", (c, no) -> transfers.cancel(no)));
    }

    public PayLedger ledger() {
        return ledger;
    }

    public PayNotices notices() {
        return notices;
    }

    public RefundSettlement settlement() {
        return settlement;
    }

    /** What is wrong with the bills. */
    public BillFaults billFaults() {
        return billFaults;
    }

    /** Somebody of the merchant's refunds by hand in the merchant platform; nobody is told. */
    public PayRefund refundInMerchantPlatform(String orderNo, long fen) {
        return refunds.inMerchantPlatform(orderNo, fen);
    }

    public ComplaintsApi complaints() {
        return complaints;
    }

    public List<PayTransfer> transfers() {
        return transfers.all();
    }

    /** The user confirms a transfer, or it fails. */
    public PayTransfer settleTransfer(String outBillNo, PayTransfer.State state) {
        return transfers.settle(outBillNo, state);
    }

    /** Takes over what an earlier sandbox knew; refunds that were open go on. */
    public void restore(List<PayOrder> orders, List<PayRefund> savedRefunds) {
        ledger.restore(orders, savedRefunds);
        settlement.resume();
    }

    @Override
    public boolean serves(Call call) {
        return call.path().startsWith("/v3/");
    }

    @Override
    public Answer answer(Call call) {
        return sign(call, respond(call));
    }

    private Answer respond(Call call) {
        try {
            Authorization.check(call);
            var route = routes.stream()
                    .filter(candidate -> candidate.matches(call))
                    .findFirst()
                    .orElseThrow(() -> new PayError("NOT_FOUND", "请求的资源不存在"));
            var fault = faults.take(Target.WECHAT_PAY, route.operation());
            return fault.isEmpty() ? route.answer(call) : failing(route, call, fault.get());
        } catch (PayError e) {
            return e.answer();
        }
    }

    private Answer failing(Route route, Call call, Fault fault) {
        return switch (fault.fault()) {
            case TIMEOUT -> route.answer(call).withhold();
            case ERROR -> new PayError(fault.codeOr("SYSTEM_ERROR"), "系统异常，请稍后重试").answer(500);
            case REFUSE -> refuse(route, call, fault);
        };
    }

    private Answer refuse(Route route, Call call, Fault fault) {
        var code = fault.codeOr(USUAL_REFUSAL.getOrDefault(route.operation(), "RULE_LIMIT"));
        if (route.operation().equals("refund"))
            for (var ending : PayRefund.Status.values()) if (ending.name().equals(code)) return refund(call, ending);
        throw new PayError(code, "沙箱按测试者的要求拒绝了此请求");
    }

    private Answer refund(Call call, PayRefund.Status ending) {
        return settlement.accept(refunds.refund(call), ending);
    }

    /** Signs with the key the caller says it verifies with. */
    private static Answer sign(Call call, Answer answer) {
        var merchant = Merchant.only();
        var byPublicKey = call.header("Wechatpay-Serial").startsWith("PUB_KEY_ID_");
        var serial = byPublicKey ? Merchant.PUBLIC_KEY_ID : merchant.platformSerial();
        var now = Instant.now().getEpochSecond();
        return answer.with(Crypto.signed(answer.body(), now, merchant.platformKeys(), serial));
    }
}
