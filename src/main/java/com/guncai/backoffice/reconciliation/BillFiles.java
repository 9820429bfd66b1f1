package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.shared.PersonalDataCipher;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps bills and statements as they came, for good, encrypted: they name customers. */
@Component
class BillFiles {
    /** H2 takes a megabyte a value. */
    private static final int PART = 512 * 1024;

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher encryption;

    BillFiles(JdbcTemplate jdbc, PersonalDataCipher encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** Which file of a reconciliation. */
    enum Kind {
        TRADES,
        FUNDS,
        STATEMENT
    }

    void keep(String caseNo, Kind kind, byte[] content) {
        for (int part = 0; part * PART < content.length; part++) {
            var bytes = Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART));
            jdbc.update(
                    "insert into reconciliation_file (case_no, kind, part, content) values (?, ?, ?, ?)",
                    caseNo,
                    kind.name(),
                    part,
                    encryption.encrypt(bytes));
        }
    }

    boolean isKept(String caseNo, Kind kind) {
        return !parts(caseNo, kind).isEmpty();
    }

    /** Part after part, as it is read. */
    InputStream content(String caseNo, Kind kind) {
        return new SequenceInputStream(
                new Parts(caseNo, kind, parts(caseNo, kind).iterator()));
    }

    private List<Integer> parts(String caseNo, Kind kind) {
        return jdbc.queryForList(
                "select part from reconciliation_file where case_no = ? and kind = ? order by part",
                Integer.class,
                caseNo,
                kind.name());
    }

    private class Parts implements Enumeration<InputStream> {
        private final String caseNo;
        private final Kind kind;
        private final Iterator<Integer> numbers;

        Parts(String caseNo, Kind kind, Iterator<Integer> numbers) {
            this.caseNo = caseNo;
            this.kind = kind;
            this.numbers = numbers;
        }

        @Override
        public boolean hasMoreElements() {
            return numbers.hasNext();
        }

        @Override
        public InputStream nextElement() {
            var content = jdbc.queryForObject(
                    "select content from reconciliation_file where case_no = ? and kind = ? and part = ?",
                    byte[].class,
                    caseNo,
                    kind.name(),
                    numbers.next());
            return new ByteArrayInputStream(encryption.decrypt(Objects.requireNonNull(content)));
        }
    }
}
