package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.spreadsheet.Cell;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The last day of a validity, as people write it: it counts until its last second in Asia/Shanghai. */
final class DateCell {
    private static final Pattern WRITTEN =
            Pattern.compile("(20\\d\\d)\\D{1,2}(\\d{1,2})\\D{1,2}(\\d{1,2})日?(\\s{1,3}\\d{1,2}:\\d\\d(:\\d\\d)?)?");
    private static final Pattern DIGITS = Pattern.compile("(20\\d\\d)(\\d\\d)(\\d\\d)");

    private DateCell() {}

    /** @throws InvalidCellException with what is wrong, for people */
    static Instant read(Cell cell) throws InvalidCellException {
        var date = cell.date();
        if (date == null) {
            date = written(
                    Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip());
        }
        return BusinessTime.lastSecondOf(date);
    }

    private static LocalDate written(String text) throws InvalidCellException {
        for (var pattern : new Pattern[] {WRITTEN, DIGITS}) {
            var found = pattern.matcher(text);
            if (found.matches()) {
                try {
                    return LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3)));
                } catch (DateTimeException noSuchDay) {
                    throw new InvalidCellException("有效期至“" + text + "”没有这一天");
                }
            }
        }
        throw new InvalidCellException(
                "有效期至“" + (text.length() <= 20 ? text : text.substring(0, 20) + "…") + "”看不懂，请写成 2027-02-28");
    }
}
