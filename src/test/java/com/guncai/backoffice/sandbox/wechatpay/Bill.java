package com.guncai.backoffice.sandbox.wechatpay;

import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two daily bills, written from what the ledger holds: amounts in yuan, every field after a backtick so that
 * spreadsheets leave numbers alone, a total at the end.
 */
final class Bill {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SandboxClock.ZONE);
    private static final BigDecimal FEE_RATE = new BigDecimal("0.006");
    private static final String TRADES =
            "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String TRADE_TOTALS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    private static final String FUNDS = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号";
    private static final String FUND_TOTALS = "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额";

    private final String appId;
    private final List<PayOrder> paid;
    private final List<PayRefund> refunded;
    private final List<Long> moved;
    private final boolean empty;
    private final LocalDate day;
    private final PayLedger ledger;
    private final BillFaults faults;

    Bill(PayLedger ledger, BillFaults faults, LocalDate day, String appId) {
        this.ledger = ledger;
        this.faults = faults;
        this.day = day;
        this.appId = appId;
        var all = ledger.orders().stream().filter(PayOrder::paid).toList();
        this.paid = faults.payments(all, day);
        this.moved = faults.moved(day);
        this.refunded = ledger.refunds().stream()
                .filter(refund -> refund.status() != PayRefund.Status.CLOSED)
                .filter(refund -> on(refund.createdAt(), day))
                .toList();
        this.empty = refunded.isEmpty()
                && paid.isEmpty()
                && moved.isEmpty()
                && all.stream().noneMatch(order -> on(order.successTime(), day));
    }

    /** Nothing happened that day: there is no bill. One whose lines are missing is there. */
    boolean isEmpty() {
        return empty;
    }

    /** @param type {@code ALL}, {@code SUCCESS} or {@code REFUND} */
    String trades(String type) {
        var payments = type.equals("REFUND") ? List.<PayOrder>of() : paid;
        var refunds = type.equals("SUCCESS") ? List.<PayRefund>of() : refunded;
        var rows = new ArrayList<Row>();
        payments.forEach(order -> rows.add(new Row(order.successTime(), payment(order))));
        refunds.forEach(refund -> rows.add(new Row(refund.createdAt(), refund(refund))));
        var paidFen = payments.stream().mapToLong(PayOrder::totalFen).sum();
        var refundFen = refunds.stream().mapToLong(PayRefund::refundFen).sum();
        var fee = payments.stream()
                .map(this::fee)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(refunds.stream()
                        .map(refund -> fee(refund.refundFen()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        return text(
                TRADES,
                rows,
                TRADE_TOTALS,
                line(
                        rows.size(),
                        yuan(paidFen),
                        yuan(refundFen),
                        "0.00",
                        fee.setScale(5, RoundingMode.HALF_UP),
                        yuan(paidFen),
                        yuan(refundFen)));
    }

    String funds() {
        var rows = new ArrayList<Row>();
        long income = 0;
        long spent = 0;
        for (var order : paid) {
            income += order.totalFen();
            var fee = fee(order).movePointRight(2).longValue();
            rows.add(fund(order.successTime(), order.transactionId(), "交易", "收入", order.totalFen(), order.orderNo()));
            if (fee == 0) continue;
            spent += fee;
            rows.add(fund(order.successTime(), order.transactionId(), "扣除交易手续费", "支出", fee, order.orderNo()));
        }
        for (var refund : refunded) {
            spent += refund.refundFen();
            rows.add(fund(refund.createdAt(), refund.refundId(), "退款", "支出", refund.refundFen(), refund.outRefundNo()));
        }
        for (var fen : moved) {
            spent += fen;
            rows.add(fund(day.atTime(23, 0).atZone(SandboxClock.ZONE).toInstant(), "", "提现", "支出", fen, ""));
        }
        var incomes = rows.stream().filter(row -> row.text().contains("`收入")).count();
        return text(
                FUNDS, rows, FUND_TOTALS, line(rows.size(), incomes, yuan(income), rows.size() - incomes, yuan(spent)));
    }

    private String payment(PayOrder order) {
        return line(
                TIME.format(order.successTime()),
                appId,
                Merchant.ID,
                "0",
                "",
                order.transactionId(),
                order.orderNo(),
                order.openid(),
                "JSAPI",
                "SUCCESS",
                "OTHERS",
                "CNY",
                yuan(order.totalFen()),
                "0.00",
                "0",
                "0",
                "0.00",
                "0.00",
                "",
                "",
                order.description(),
                order.attach() == null ? "" : order.attach(),
                fee(order),
                "0.60%",
                yuan(order.totalFen()),
                "0.00",
                "");
    }

    private String refund(PayRefund refund) {
        var order = ledger.order(refund.orderNo());
        return line(
                TIME.format(refund.createdAt()),
                appId,
                Merchant.ID,
                "0",
                "",
                refund.transactionId(),
                refund.orderNo(),
                order.openid(),
                "JSAPI",
                "REFUND",
                "OTHERS",
                "CNY",
                "0.00",
                "0.00",
                refund.refundId(),
                refund.outRefundNo(),
                yuan(refund.refundFen()),
                "0.00",
                "ORIGINAL",
                refund.status(),
                order.description(),
                order.attach() == null ? "" : order.attach(),
                fee(refund.refundFen()).negate(),
                "0.60%",
                "0.00",
                yuan(refund.refundFen()),
                "");
    }

    private Row fund(Instant at, String business, String kind, String way, long fen, String voucher) {
        return new Row(
                at,
                line(
                        TIME.format(at),
                        business,
                        ledger.number("6000"),
                        kind,
                        kind,
                        way,
                        yuan(fen),
                        "0.00",
                        "system",
                        "",
                        voucher));
    }

    private static String text(String head, List<Row> rows, String totalsHead, String totals) {
        var lines = rows.stream()
                .sorted(Comparator.comparing(Row::at))
                .map(Row::text)
                .collect(Collectors.joining("\r\n"));
        return String.join("\r\n", head, lines, totalsHead, totals) + "\r\n";
    }

    private static String line(Object... fields) {
        return Arrays.stream(fields)
                .map(field -> "`" + String.valueOf(field).replace(',', '，'))
                .collect(Collectors.joining(","));
    }

    private BigDecimal fee(PayOrder order) {
        var other = faults.feeFen(order.orderNo());
        return other.isPresent() ? BigDecimal.valueOf(other.getAsLong(), 2).setScale(5) : fee(order.totalFen());
    }

    private static BigDecimal fee(long fen) {
        return BigDecimal.valueOf(fen, 2)
                .multiply(FEE_RATE)
                .setScale(2, RoundingMode.HALF_UP)
                .setScale(5);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static boolean on(@Nullable Instant instant, LocalDate day) {
        return instant != null
                && instant.atZone(SandboxClock.ZONE).toLocalDate().equals(day);
    }

    private record Row(Instant at, String text) {}
}
