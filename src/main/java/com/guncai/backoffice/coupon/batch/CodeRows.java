package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.spreadsheet.Cell;
import com.guncai.backoffice.spreadsheet.Columns;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Codes for the stock: 券码 and 有效期至, and if given 面值, which has to be that of the product. */
class CodeRows implements RowReading {
    static final Columns COLUMNS = new Columns(
            Set.of("券码", "有效期至"),
            Map.of(
                    "券码", List.of("券码", "兑换码", "卡券码", "券号", "code"),
                    "有效期至", List.of("有效期至", "有效期", "截止日期", "到期日", "失效日期"),
                    "面值", List.of("面值", "面额", "金额")));
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{3,63}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{C}]");

    private final long faceFen;
    private final Instant now;

    CodeRows(long faceFen, Instant now) {
        this.faceFen = faceFen;
        this.now = now;
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public String key() {
        return "券码";
    }

    @Override
    public boolean areCodes() {
        return true;
    }

    /** Nobody hands out two codes that differ in the case of their letters only. */
    @Override
    public String identity(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    @Override
    public BatchRow read(int number, Map<String, Cell> cells) {
        var cell = cells.getOrDefault("券码", Cell.EMPTY);
        var shown = BatchRow.masked(cell.text());
        try {
            var code = code(cell);
            shown = BatchRow.masked(code);
            face(cells.getOrDefault("面值", Cell.EMPTY));
            var until = validUntil(cells.getOrDefault("有效期至", Cell.EMPTY));
            var outcome = until.isBefore(CodeStock.usefulUntil(now)) ? BatchRow.Outcome.SHORT : BatchRow.Outcome.GOOD;
            var reason = outcome == BatchRow.Outcome.SHORT ? "有效期不足一个月，登记为弃票" : "";
            return new BatchRow(number, code, shown, 1, until, outcome, reason);
        } catch (InvalidCellException unclear) {
            return BatchRow.bad(number, shown, unclear.why());
        }
    }

    private static String code(Cell cell) throws InvalidCellException {
        if (cell.formula()) {
            throw new InvalidCellException("券码是公式，请改成文字");
        }
        if (cell.isEmpty()) {
            throw new InvalidCellException("没有券码");
        }
        if (cell.number()) {
            throw new InvalidCellException("券码被表格软件当成了数字，开头的 0 和 15 位以后的数字可能已丢失，请向发码方要文本格式的文件");
        }
        var code = INVISIBLE
                .matcher(Normalizer.normalize(cell.text(), Normalizer.Form.NFKC))
                .replaceAll("");
        if (code.matches("\\d(\\.\\d+)?[eE]\\+\\d+")) {
            throw new InvalidCellException("券码被表格软件改成了数字，末几位已丢失，请把这一列设为文本后重新填写");
        }
        if (!CODE.matcher(code).matches()) {
            throw new InvalidCellException("券码须为 4 到 64 位字母或数字");
        }
        return code;
    }

    private void face(Cell cell) throws InvalidCellException {
        try {
            if (!cell.isEmpty() && Money.fenOfYuan(cell.text().replaceAll("[元¥￥]", "")) != faceFen) {
                throw new InvalidCellException("面值不是 " + Money.plainYuan(faceFen) + " 元");
            }
        } catch (ProblemException notAnAmount) {
            throw new InvalidCellException("面值看不懂");
        }
    }

    private Instant validUntil(Cell cell) throws InvalidCellException {
        if (cell.isEmpty()) {
            throw new InvalidCellException("没有有效期至");
        }
        var until = DateCell.read(cell);
        if (!until.isAfter(now)) {
            throw new InvalidCellException("已过期");
        }
        return until;
    }
}
