package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.shared.Backfill;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Encrypts the texts and comments that an earlier release left in the engine's tables, and removes what it noted of forms
 * beside the variables. The engine reads both; what a process changes meanwhile it writes encrypted itself.
 */
@Component
class EngineTextBackfill implements Backfill {
    private static final int AT_ONCE = 500;
    private static final List<Texts> TEXTS = List.of(
            new Texts("ACT_RU_VARIABLE", "TYPE_"),
            new Texts("ACT_HI_VARINST", "VAR_TYPE_"),
            new Texts("ACT_HI_DETAIL", "VAR_TYPE_"));

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;
    private final String inClear;

    EngineTextBackfill(JdbcTemplate jdbc, PersonalDataCipher personalData, List<CaseProcess> processes) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.inClear = processes.stream()
                .flatMap(process -> process.caseNumbers().stream())
                .distinct()
                .collect(Collectors.joining("', '", "'", "'"));
    }

    @Override
    public int run() {
        var changed = jdbc.update("delete from ACT_HI_DETAIL where TYPE_ = 'FormProperty'");
        for (var texts : TEXTS) {
            changed += encrypt(texts);
        }
        return changed + encryptComments();
    }

    private int encrypt(Texts texts) {
        var changed = 0;
        var rows = after(texts, "");
        while (!rows.isEmpty()) {
            for (var row : rows) {
                var written = new WrittenFields(null);
                written.setTextValue(row.text);
                var encrypted = personalData.encrypt(written.bytes());
                changed += jdbc.update(
                        "update " + texts.table + " set TEXT_ = ? where ID_ = ? and TEXT_ = ?",
                        EncryptedSerializer.MARK + Base64.getEncoder().encodeToString(encrypted),
                        row.id,
                        row.text);
            }
            rows = after(texts, rows.get(rows.size() - 1).id);
        }
        return changed;
    }

    /** Longer ones than the column takes encrypted do not occur: no form asked for more. */
    private List<Row> after(Texts texts, String id) {
        return jdbc.query(
                "select ID_, TEXT_ from %s where %s = 'string' and NAME_ not in (%s) and char_length(TEXT_) between 1 and 900 and TEXT_ not like '%s%%' and ID_ > ? order by ID_ fetch first %d rows only"
                        .formatted(texts.table, texts.type, inClear, EncryptedSerializer.MARK, AT_ONCE),
                (found, n) -> new Row(found.getString(1), found.getString(2)),
                id);
    }

    private int encryptComments() {
        var clear = jdbc
                .query(
                        "select ID_, FULL_MSG_ from ACT_HI_COMMENT where TYPE_ = 'comment' and FULL_MSG_ is not null",
                        (found, n) ->
                                new Row(found.getString(1), new String(found.getBytes(2), StandardCharsets.UTF_8)))
                .stream()
                .filter(comment -> !personalData.isEncrypted(comment.text))
                .toList();
        for (var comment : clear) {
            var encrypted = String.valueOf(personalData.convertToDatabaseColumn(comment.text));
            jdbc.update(
                    "update ACT_HI_COMMENT set MESSAGE_ = ?, FULL_MSG_ = ? where ID_ = ?",
                    encrypted.substring(0, Math.min(160, encrypted.length())),
                    encrypted.getBytes(StandardCharsets.UTF_8),
                    comment.id);
        }
        return clear.size();
    }

    private record Texts(String table, String type) {}

    private record Row(String id, String text) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
