package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** What staff typed into a form. */
final class FormInput {
    private FormInput() {}

    /**
     * Without the blanks around it; empty when nothing was entered.
     *
     * @throws ProblemException {@code TEXT_EXPECTED} when it is no text; {@code TEXT_TOO_LONG}
     */
    static String text(@Nullable Object entered, String field, int longest) {
        if (entered != null && !(entered instanceof String)) {
            throw ProblemException.invalid(ProblemCode.TEXT_EXPECTED, field + "须填写文字");
        }
        var text = entered == null ? "" : ((String) entered).strip();
        if (text.length() > longest) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, field + "最多 " + longest + " 字");
        }
        return text;
    }
}
