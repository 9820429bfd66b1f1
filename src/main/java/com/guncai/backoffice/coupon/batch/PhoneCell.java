package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.spreadsheet.Cell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A mobile number as spreadsheets spoil it. Recognised when all eleven digits are there, refused when any would have to be
 * guessed.
 */
final class PhoneCell {
    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:\\.(\\d+))?[eE]\\+?0*(\\d+)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}\\p{C}\\-‐–—_.()']");

    private static final Pattern DECIMAL = Pattern.compile("(\\d+)\\.(\\d+)");

    /** A number of a million digits takes minutes to read. */
    private static final int LONGEST = 100;

    private static final String ROUNDED = "00000";

    private PhoneCell() {}

    /** @throws InvalidCellException with what is wrong, for people */
    static String read(Cell cell) throws InvalidCellException {
        if (cell.formula()) {
            throw new InvalidCellException("手机号是公式，请改成文字");
        }
        if (cell.date() != null) {
            throw new InvalidCellException("手机号被表格软件当成了日期，请把这一列设为文本后重新填写");
        }
        if (cell.isEmpty()) {
            throw new InvalidCellException("没有手机号");
        }
        if (cell.text().length() > LONGEST) {
            throw new InvalidCellException("不是 11 位手机号");
        }
        var text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        var digits = cell.number() ? kept(text) : typed(text);
        if (digits.length() == 13 && digits.startsWith("86")) {
            digits = digits.substring(2);
        }
        if (!MobileNumber.isValid(digits)) {
            throw new InvalidCellException("不是 11 位手机号");
        }
        return digits;
    }

    /** 1.38E+10 in a CSV that a spreadsheet opened and saved again is a number like any other; a true one rarely ends so. */
    private static String kept(String number) throws InvalidCellException {
        if (number.endsWith(ROUNDED)) {
            throw new InvalidCellException("手机号末五位都是 0，可能被科学计数法改过，请核对，把这一列设为文本后重新填写");
        }
        return number;
    }

    private static String typed(String text) throws InvalidCellException {
        var scientific = SCIENTIFIC.matcher(text);
        if (scientific.matches()) {
            var fraction = scientific.group(2) == null ? "" : scientific.group(2);
            if (scientific.group(3).length() > 2 || fraction.length() < Integer.parseInt(scientific.group(3))) {
                throw new InvalidCellException("手机号成了科学计数法（如 1.38E+10），末几位已丢失，请把这一列设为文本后重新填写");
            }
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        var decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            return whole(decimal.group(1), decimal.group(2));
        }
        var digits = BETWEEN_DIGITS.matcher(text).replaceAll("");
        return digits.startsWith("+") ? digits.substring(1) : digits;
    }

    /** 13800000001.0 is a phone in a column of decimal numbers; 1380000000.1 is not one with a dot in it. */
    private static String whole(String whole, String fraction) throws InvalidCellException {
        if (!fraction.matches("0+") || whole.length() < 11) {
            throw new InvalidCellException("手机号带小数点，请核对，把这一列设为文本后重新填写");
        }
        return whole;
    }
}
