package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.spreadsheet.Sheet;
import com.guncai.backoffice.spreadsheet.SheetFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the rows of a file into the table. Every two thousand are committed on their own, so that everybody sees how far it
 * is; a reading that broke off starts over.
 */
@Component
class BatchReader {
    private static final Logger log = LoggerFactory.getLogger(BatchReader.class);
    static final int MOST_ROWS = 200_000;
    private static final int CHUNK = 2_000;

    private final BatchFiles files;
    private final BatchRows rows;
    private final PersonalDataCipher personalData;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;

    BatchReader(
            BatchFiles files,
            BatchRows rows,
            PersonalDataCipher personalData,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.rows = rows;
        this.personalData = personalData;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @return how many rows there are, and what of the file was read
     * @throws ProblemException when the file cannot be read to its end; what was read is there all the same
     */
    Reading read(String caseNo, RowReading reading) {
        apart.executeWithoutResult(status -> rows.forget(caseNo));
        var chunk = new Chunk(caseNo, reading);
        var facts = Sheet.of(files.content(caseNo)).read(reading.columns(), MOST_ROWS, (number, cells) -> {
            chunk.add(reading.read(number, cells));
            return true;
        });
        chunk.flush();
        return new Reading(chunk.total, facts);
    }

    /** @param rows how many there are */
    record Reading(int rows, SheetFacts facts) {}

    private class Chunk {
        private final String caseNo;
        private final RowReading reading;
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<BatchRow> waiting = new ArrayList<>();
        private final Map<Integer, String> digests = new HashMap<>();
        private int total;

        Chunk(String caseNo, RowReading reading) {
            this.caseNo = caseNo;
            this.reading = reading;
        }

        void add(BatchRow row) {
            total++;
            var content = row.content();
            if (content == null) {
                waiting.add(row);
            } else {
                var digest = personalData.digest(reading.identity(content));
                var earlier = seen.putIfAbsent(digest, row.number());
                if (earlier == null) {
                    digests.put(row.number(), digest);
                    waiting.add(row);
                } else {
                    waiting.add(BatchRow.bad(row.number(), row.shown(), "与第 " + earlier + " 行重复"));
                }
            }
            if (waiting.size() == CHUNK) {
                flush();
            }
        }

        void flush() {
            var imported = reading.areCodes() ? rows.imported(digests.values()) : Set.of();
            var kept = waiting.stream()
                    .map(row -> row.content() != null && imported.contains(digests.get(row.number()))
                            ? BatchRow.bad(row.number(), row.shown(), "这个券码以前导入过")
                            : row)
                    .toList();
            try {
                apart.executeWithoutResult(status -> {
                    rows.keep(caseNo, kept, digests);
                    jdbc.update("update coupon_batch set rows_read = ? where case_no = ?", total, caseNo);
                });
            } catch (DataIntegrityViolationException refused) {
                log.warn("batch {}: the table refuses a row of the {} up to row {}", caseNo, kept.size(), total);
                throw ProblemException.invalid(
                        ProblemCode.FILE_BROKEN,
                        "第 %d 行附近有无法保存的内容，请检查文件后重新提交".formatted(kept.get(0).number()));
            }
            waiting.clear();
            digests.clear();
        }
    }
}
