package com.guncai.backoffice.refund;

import com.guncai.backoffice.shared.DecimalText;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What customer service entered, checked. Each refusal is a {@link ProblemException} in the clerk's words.
 *
 * @param refundFen what goes back, in fen; {@code null} for what was asked for
 * @param orderContinues whether the order goes on; {@code null} when it goes without saying
 */
record RefundDecision(
        boolean approved, @Nullable Long refundFen, @Nullable Boolean orderContinues, @Nullable String note) {
    private static final int LONGEST_NOTE = 200;

    static RefundDecision entered(
            @Nullable Object approved,
            @Nullable Object refundYuan,
            @Nullable Object orderContinues,
            @Nullable Object note) {
        var yes = decided(approved, note);
        return new RefundDecision(
                yes, yes ? Money.fenOfYuanIfAny(refundYuan) : null, yes ? answer(orderContinues) : null, text(note));
    }

    /** By a form of an earlier version, which asked for fen and ended the order whatever went back. */
    static RefundDecision enteredInFen(@Nullable Object approved, @Nullable Object refundFen, @Nullable Object note) {
        var yes = decided(approved, note);
        return new RefundDecision(yes, yes ? fen(refundFen) : null, false, text(note));
    }

    private static boolean decided(@Nullable Object approved, @Nullable Object note) {
        var text = text(note);
        if (text != null && text.length() > LONGEST_NOTE) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "商定的结果最多 " + LONGEST_NOTE + " 字");
        }
        if (!(approved instanceof Boolean yes)) {
            throw ProblemException.invalid(ProblemCode.DECISION_REQUIRED, "请选择是否同意退款");
        }
        if (!yes && text == null) {
            throw ProblemException.invalid(ProblemCode.DECISION_NOTE_REQUIRED, "不同意退款时请写明原因，用户会看到");
        }
        return yes;
    }

    private static @Nullable Boolean answer(@Nullable Object orderContinues) {
        if (orderContinues == null || orderContinues instanceof Boolean) {
            return (Boolean) orderContinues;
        }
        throw ProblemException.invalid(ProblemCode.DECISION_REQUIRED, "请选择订单是否继续");
    }

    private static @Nullable Long fen(@Nullable Object entered) {
        var text = text(entered);
        if (text == null) {
            return null;
        }
        try {
            return DecimalText.parse(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw ProblemException.invalid(ProblemCode.REFUND_FEN_INVALID, "退款金额须为整数，单位是分（1 元 = 100 分）");
        }
    }

    private static @Nullable String text(@Nullable Object entered) {
        var text = entered == null ? "" : String.valueOf(entered).strip();
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
