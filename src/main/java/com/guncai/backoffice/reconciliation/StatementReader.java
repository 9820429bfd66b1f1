package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.spreadsheet.Cell;
import com.guncai.backoffice.spreadsheet.Columns;
import com.guncai.backoffice.spreadsheet.Sheet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads what Alipay and banks export: their names for columns differ, lines stand above the header and below the last row. A
 * row without a number or an amount is one of those; a row that has both and still cannot be read is refused with its number.
 */
final class StatementReader {
    private static final int MOST_ROWS = 200_000;

    /** Alipay writes two dozen lines about itself first. */
    private static final int HEADER_WITHIN = 40;

    private static final Columns COLUMNS = new Columns(
            Set.of("单号", "时间"),
            Map.of(
                    "单号", List.of("支付宝交易号", "交易号", "交易订单号", "业务流水号", "交易流水号", "银行流水号", "核心流水号", "流水号", "交易序号"),
                    "账务流水号", List.of("账务流水号", "支付宝流水号"),
                    "商户订单号", List.of("商户订单号", "商家订单号"),
                    "时间", List.of("发生时间", "交易时间", "交易创建时间", "付款时间", "入账时间", "交易日期", "记账日期", "日期"),
                    "收入", List.of("收入金额", "收入", "贷方发生额", "贷方金额", "转入金额", "存入金额"),
                    "支出", List.of("支出金额", "支出", "借方发生额", "借方金额", "转出金额", "支取金额"),
                    "金额", List.of("金额", "交易金额", "发生额"),
                    "收支", List.of("收/支", "收支类型", "收支", "借贷标志", "借贷"),
                    "状态", List.of("交易状态", "状态")),
            HEADER_WITHIN);

    private StatementReader() {}

    /** @throws ProblemException {@code FILE_…} with what is wrong, and in which row */
    static void read(BillSource source, byte[] content, Consumer<BillLine> reader) {
        var sheet = Sheet.of(content);
        sheet.check(COLUMNS);
        sheet.read(COLUMNS, MOST_ROWS, (number, row) -> {
            if (!row.containsKey("金额") && !row.containsKey("收入") && !row.containsKey("支出")) {
                throw ProblemException.invalid(ProblemCode.FILE_HEADER_MISSING, "没有找到金额的列：要有“收入”和“支出”，或者“金额”");
            }
            try {
                line(source, row, reader);
            } catch (IllegalArgumentException unreadable) {
                throw ProblemException.invalid(
                        ProblemCode.FILE_BROKEN, "第 %d 行%s，请重新导出后再交".formatted(number, unreadable.getMessage()));
            }
            return true;
        });
    }

    private static void line(BillSource source, Map<String, Cell> row, Consumer<BillLine> reader) {
        var numbers = Stream.of("账务流水号", "单号", "商户订单号")
                .map(name -> StatementCell.number(row.getOrDefault(name, Cell.EMPTY)))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        var amount = amount(row);
        if (numbers.isEmpty() || amount == 0 || text(row, "状态").matches(".*(关闭|失败|撤销).*")) {
            return;
        }
        reader.accept(BillLine.flow(
                numbers.get(0),
                numbers.subList(1, numbers.size()),
                StatementCell.time(row.getOrDefault("时间", Cell.EMPTY)),
                source == BillSource.ALIPAY ? StatementCell.number(row.getOrDefault("商户订单号", Cell.EMPTY)) : null,
                amount));
    }

    /** Zero when nothing moved. */
    private static long amount(Map<String, Cell> row) {
        var in = StatementCell.fen(text(row, "收入"));
        var out = StatementCell.fen(text(row, "支出"));
        if (in != 0 || out != 0) {
            return Math.abs(in) - Math.abs(out);
        }
        var fen = StatementCell.fen(text(row, "金额"));
        var way = text(row, "收支");
        if (way.matches("支出|借|借方|转出|D|-")) {
            return -Math.abs(fen);
        }
        return way.startsWith("不计") ? 0 : fen;
    }

    private static String text(Map<String, Cell> row, String column) {
        return row.getOrDefault(column, Cell.EMPTY).text();
    }
}
