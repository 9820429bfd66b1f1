package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.PersonalDataCipher;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps a file until its rows are read, encrypted: it is full of phone numbers or codes. */
@Component
class BatchFiles {
    /** H2 takes a megabyte a value. */
    private static final int PART = 512 * 1024;

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher encryption;

    BatchFiles(JdbcTemplate jdbc, PersonalDataCipher encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    void keep(String caseNo, byte[] content) {
        for (int part = 0; part * PART < content.length; part++) {
            var bytes = Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART));
            jdbc.update(
                    "insert into coupon_batch_file (case_no, part, content) values (?, ?, ?)",
                    caseNo,
                    part,
                    encryption.encrypt(bytes));
        }
    }

    byte[] content(String caseNo) {
        var content = new ByteArrayOutputStream();
        jdbc.query(
                "select content from coupon_batch_file where case_no = ? order by part",
                row -> {
                    content.writeBytes(encryption.decrypt(row.getBytes(1)));
                },
                caseNo);
        return content.toByteArray();
    }

    void forget(String caseNo) {
        jdbc.update("delete from coupon_batch_file where case_no = ?", caseNo);
    }
}
