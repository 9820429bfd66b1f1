package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ReferenceNumber;
import com.guncai.backoffice.spreadsheet.Cell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells of a statement as exports and hands have left them. What cannot be read says so as an {@link IllegalArgumentException}. */
final class StatementCell {
    private static final Pattern EXPONENT = Pattern.compile("\\d[.]\\d+E[+]?\\d+");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?:[ T]*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?.*)?");
    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST_NUMBER = 64;

    private StatementCell() {}

    /** @return {@code null} when there is none: a foot line has words, or nothing */
    static @Nullable String number(Cell cell) {
        var text = ReferenceNumber.plain(cell.text()).replaceAll("^[`'=\"]+|[\"']+$", "");
        if (EXPONENT.matcher(text).matches() || cell.number() && text.length() > EXACT_DIGITS) {
            throw new IllegalArgumentException("的单号被表格改成了数字，末几位丢了");
        }
        return text.length() <= LONGEST_NUMBER && ReferenceNumber.isNumber(text) ? text : null;
    }

    /** Yuan with or without a sign, a currency and commas; empty is nothing. */
    static long fen(String yuan) {
        var text = ReferenceNumber.plain(yuan).replaceAll("[¥￥,元]", "").replace('−', '-');
        if (text.isEmpty() || text.equals("-") || text.equals("--")) {
            return 0;
        }
        try {
            return new BigDecimal(text).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new IllegalArgumentException("的金额认不出来（" + yuan + "）", unreadable);
        }
    }

    /** In the business's zone; a day without a time counts from its start. */
    static Instant time(Cell cell) {
        var day = cell.date();
        var text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        var found = TIME.matcher(text);
        try {
            if (found.matches()) {
                day = LocalDate.of(part(found.group(1)), part(found.group(2)), part(found.group(3)));
                return day.atTime(part(found.group(4)), part(found.group(5)), part(found.group(6)))
                        .atZone(BusinessTime.ZONE)
                        .toInstant();
            }
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("的时间认不出来（" + text + "）", impossible);
        }
        if (day == null) {
            throw new IllegalArgumentException("的时间认不出来（" + text + "）");
        }
        return BusinessTime.startOf(day);
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
