package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.spreadsheet.Cell;
import com.guncai.backoffice.spreadsheet.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phones that get coupons: 手机号, and if wanted 数量 and 有效期至. */
class PhoneRows implements RowReading {
    static final Columns COLUMNS = new Columns(
            Set.of("手机号"),
            Map.of(
                    "手机号", List.of("手机号", "手机", "手机号码", "电话", "联系电话"),
                    "数量", List.of("数量", "张数"),
                    "有效期至", List.of("有效期至", "有效期", "到期日")));
    private static final int MOST = 100;

    private final boolean codes;
    private final Instant now;

    /** @param codes whether the product brings its own validity */
    PhoneRows(boolean codes, Instant now) {
        this.codes = codes;
        this.now = now;
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public String key() {
        return "手机号";
    }

    @Override
    public boolean areCodes() {
        return false;
    }

    @Override
    public String identity(String phone) {
        return phone;
    }

    @Override
    public BatchRow read(int number, Map<String, Cell> cells) {
        var cell = cells.getOrDefault("手机号", Cell.EMPTY);
        var shown = BatchRow.masked(cell.text());
        try {
            var phone = PhoneCell.read(cell);
            shown = MobileNumber.masked(phone);
            var quantity = quantity(cells.getOrDefault("数量", Cell.EMPTY));
            var until = validUntil(cells.getOrDefault("有效期至", Cell.EMPTY));
            return new BatchRow(number, phone, shown, quantity, until, BatchRow.Outcome.GOOD, "");
        } catch (InvalidCellException unclear) {
            return BatchRow.bad(number, shown, unclear.why());
        }
    }

    private static int quantity(Cell cell) throws InvalidCellException {
        if (cell.isEmpty()) {
            return 1;
        }
        if (!cell.text().matches("\\d{1,3}")
                || Integer.parseInt(cell.text()) < 1
                || Integer.parseInt(cell.text()) > MOST) {
            throw new InvalidCellException("数量须为 1 到 " + MOST + " 的整数");
        }
        return Integer.parseInt(cell.text());
    }

    private @Nullable Instant validUntil(Cell cell) throws InvalidCellException {
        if (cell.isEmpty()) {
            return null;
        }
        if (codes) {
            throw new InvalidCellException("兑换码自带有效期，请删掉“有效期至”");
        }
        var until = DateCell.read(cell);
        if (!until.isAfter(now)) {
            throw new InvalidCellException("有效期已过");
        }
        return until;
    }
}
