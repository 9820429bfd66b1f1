package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.NonRetryableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads WeChat Pay's bills line by line, however long they are: columns told by their names, a backtick before every value,
 * and two lines of totals at the end. No value holds a comma: WeChat Pay writes a full-width one.
 */
final class WeChatBillReader {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private WeChatBillReader() {}

    /** Payments and refunds; a refund gives, and gives the fee back. */
    static void trades(InputStream bill, Consumer<BillLine> reader) {
        read(bill, List.of("交易时间", "微信订单号", "交易状态", "订单金额", "微信退款单号", "退款金额", "手续费"), row -> {
            var fee = -fen(row.get("手续费"));
            var at = time(row.get("交易时间"));
            var orderNo = row.get("商户订单号");
            switch (row.get("交易状态")) {
                case "SUCCESS" ->
                    reader.accept(new BillLine(
                            BillLine.Kind.PAYMENT,
                            row.get("微信订单号"),
                            List.of(),
                            at,
                            orderNo,
                            fen(row.get("订单金额")),
                            fee));
                case "REFUND" ->
                    reader.accept(new BillLine(
                            BillLine.Kind.REFUND,
                            row.get("微信退款单号"),
                            List.of(row.get("商户退款单号")),
                            at,
                            orderNo,
                            -fen(row.get("退款金额")),
                            fee));
                default -> {
                    // Revoked before it was paid: no money moved.
                }
            }
        });
    }

    /** What moved on the account that is neither a payment, a refund nor a fee: those are in the other bill. */
    static void funds(InputStream bill, Consumer<BillLine> reader) {
        read(bill, List.of("记账时间", "资金流水单号", "业务类型", "收支类型", "收支金额(元)"), row -> {
            var type = row.get("业务类型");
            if (!type.contains("手续费") && !type.equals("交易") && !type.equals("退款")) {
                var fen = fen(row.get("收支金额(元)"));
                reader.accept(BillLine.flow(
                        row.get("资金流水单号"),
                        List.of(row.get("微信支付业务单号")),
                        time(row.get("记账时间")),
                        null,
                        row.get("收支类型").equals("支出") ? -fen : fen));
            }
        });
    }

    private static void read(InputStream bill, List<String> required, Consumer<Row> reader) {
        try (var lines = new BufferedReader(new InputStreamReader(bill, StandardCharsets.UTF_8))) {
            var head = lines.readLine();
            var columns = Arrays.stream((head == null ? "" : head).split(","))
                    .map(name -> name.replace("\uFEFF", "")
                            .replace('（', '(')
                            .replace('）', ')')
                            .strip())
                    .toList();
            if (!columns.containsAll(required)) {
                throw new NonRetryableException("微信账单的列变了，认不出来：" + required);
            }
            for (var line = lines.readLine(); line != null && !isTotals(line); line = lines.readLine()) {
                if (!line.isBlank()) {
                    reader.accept(new Row(columns, line.split(",", -1)));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The totals have a header of their own, and only headers have no backtick. */
    private static boolean isTotals(String line) {
        return !line.isBlank() && !line.startsWith("`");
    }

    /** WeChat Pay writes fees with five decimals, of which it charges two. */
    private static long fen(String yuan) {
        return new BigDecimal(yuan)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Instant time(String time) {
        return LocalDateTime.parse(time, TIME).atZone(BusinessTime.ZONE).toInstant();
    }

    private record Row(List<String> columns, String[] values) {
        String get(String column) {
            var at = columns.indexOf(column);
            var value = at < 0 || at >= values.length ? "" : values[at].strip();
            return value.startsWith("`") ? value.substring(1) : value;
        }
    }
}
