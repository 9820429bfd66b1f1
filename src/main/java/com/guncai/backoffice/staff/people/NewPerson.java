package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is typed about somebody new: no more than colleagues have to know. */
record NewPerson(@Nullable String user, @Nullable String name, @Nullable List<String> desk) {
    /** The engine knows letters and digits only. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{2,31}");

    private static final Pattern NAME = Pattern.compile("[\\p{L}·. ]{1,20}");

    List<String> desks() {
        return Objects.requireNonNullElse(desk, List.of());
    }

    /** @throws ProblemException {@code REQUEST_INVALID} */
    String checkedId() {
        var id = user == null ? "" : user.strip();
        if (!ID.matcher(id).matches()) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "账号须为 3 到 32 位小写字母或数字，以字母开头，例如 wangfang");
        }
        return id;
    }

    /** @throws ProblemException {@code REQUEST_INVALID} */
    String checkedName() {
        var given = name == null ? "" : name.strip();
        if (!NAME.matcher(given).matches()) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "请填写姓名，1 到 20 个字");
        }
        return given;
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
