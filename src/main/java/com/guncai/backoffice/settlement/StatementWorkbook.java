package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.AccountNames;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.spreadsheet.Workbook;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A statement for people: sums, a sheet of figures for each matter, and a sheet of entries behind each. Amounts in yuan. */
@Component
class StatementWorkbook {
    private static final int AT_A_TIME = 2000;

    /** A sheet has no more rows. */
    private static final int MOST_ROWS = 1_000_000;

    private static final Map<String, List<Section>> SHEETS = sheets();

    private static final List<String> ENTRIES =
            List.of("业务", "分类", "流水号", "记账时间", "发生时间", "说明", "订单号", "外部单号", "金额（元）", "为什么在本期");

    private final StatementContent content;
    private final AccountNames names;

    StatementWorkbook(StatementContent content, AccountNames names) {
        this.content = content;
        this.names = names;
    }

    private static Map<String, List<Section>> sheets() {
        var sheets = new LinkedHashMap<String, List<Section>>();
        sheets.put("用券（业务和批次）", List.of(Section.DEDUCTION, Section.CASHBACK_COUPON));
        sheets.put("线上支付（账户归属）", List.of(Section.PAYMENT));
        sheets.put("退款", List.of(Section.REFUND));
        sheets.put("返现", List.of(Section.CASHBACK));
        sheets.put("代买券码", List.of(Section.CODE, Section.CODES_BOUGHT, Section.DISCARDED));
        sheets.put("回款和差异", List.of(Section.RECEIVED, Section.DIFFERENCE));
        return sheets;
    }

    /** @param forecastFen of the year's end */
    void write(Statement statement, long forecastFen, OutputStream out) throws IOException {
        var figures = content.figures(statement.caseNo());
        try (var workbook = new Workbook("汇总", List.of("项目", "金额（元）", "说明"))) {
            summary(workbook, statement, figures);
            for (var sheet : SHEETS.entrySet()) {
                workbook.next(sheet.getKey(), List.of("项目", "业务", "批次或账户", "流水笔数", "金额（元）", "其中前期笔数", "其中前期金额（元）"));
                figures.stream()
                        .filter(figure -> sheet.getValue().contains(figure.key().section()))
                        .forEach(figure -> workbook.row(row(figure)));
            }
            workbook.next("年度上限", List.of("项目", "金额（元）", "说明"));
            workbook.row(List.of(
                    "合同上限", yuan(statement.ceilingFen()), statement.period().getYear() + " 年"));
            workbook.row(List.of("到本期末已用", yuan(statement.usedFen()), percent(statement)));
            workbook.row(List.of("按目前进度到年底", yuan(forecastFen), "每天的平均数 × 剩下的天数"));
            for (var section : Section.values()) {
                entries(workbook, statement, section);
            }
            workbook.writeTo(out);
        }
    }

    private static void summary(Workbook workbook, Statement statement, List<Figure> figures) {
        workbook.row(
                List.of("结算周期", statement.period().toString(), statement.firstDay() + " 至 " + statement.lastDay()));
        workbook.row(List.of("结算单号", Objects.requireNonNullElse(statement.no(), "草稿，还没有关账"), ""));
        for (var section : Section.values()) {
            workbook.row(List.of(
                    section.label(), yuan(Figure.sum(figures, section)), section.isClaim() ? "计入本期应付" : "不计入应付，供核对"));
        }
        workbook.row(List.of("本期应付", yuan(statement.dueFen()), "抵扣券、返现券、代买券码之和"));
        workbook.row(List.of("上期结转", yuan(statement.carriedFen()), "上一份结算单退回多于使用的部分"));
        workbook.row(List.of("人保应付合计", yuan(statement.payableFen()), ""));
        workbook.row(List.of("CSV 摘要（SHA-256）", Objects.requireNonNullElse(statement.digest(), ""), "用来核对机器读的那份文件"));
    }

    private List<String> row(Figure figure) {
        return List.of(
                figure.key().section().label(),
                service(figure.key().service()),
                figure.key().part(),
                String.valueOf(figure.entries()),
                yuan(figure.amountFen()),
                String.valueOf(figure.lateEntries()),
                yuan(figure.lateFen()));
    }

    private void entries(Workbook workbook, Statement statement, Section section) {
        var lines = content.chunk(statement.caseNo(), section, null, AT_A_TIME);
        if (lines.isEmpty()) {
            return;
        }
        var sheet = 1;
        var rows = 0;
        workbook.next("明细 " + section.label(), ENTRIES);
        while (!lines.isEmpty()) {
            if (rows + lines.size() > MOST_ROWS) {
                workbook.next("明细 " + section.label() + " " + ++sheet, ENTRIES);
                rows = 0;
            }
            lines.forEach(line -> workbook.row(row(line)));
            rows += lines.size();
            lines = content.chunk(statement.caseNo(), section, lines.get(lines.size() - 1), AT_A_TIME);
        }
    }

    private List<String> row(Line line) {
        return List.of(
                service(line.key().service()),
                line.key().part(),
                line.no(),
                BusinessTime.offset(line.at()).toString(),
                BusinessTime.offset(line.occurredAt()).toString(),
                line.text(),
                text(line.orderNo()),
                text(line.externalNo()),
                yuan(line.amountFen()),
                text(line.reason()));
    }

    private String service(String code) {
        return code.isEmpty() ? "" : names.service(code);
    }

    private static String percent(Statement statement) {
        return statement.ceilingFen() == 0 ? "" : statement.usedFen() * 100 / statement.ceilingFen() + "%";
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
