package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.PersonalData;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has to be told of coupons that a batch brought. */
@Component
public class BatchOwners {
    private final JdbcTemplate jdbc;
    private final PersonalData encryption;

    BatchOwners(JdbcTemplate jdbc, PersonalData encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** The next who have not been told, at most so many; those who were tried least come first. */
    @Transactional(readOnly = true)
    public List<Owner> untold(String caseNo, int most) {
        return jdbc.query(
                """
                select r.row_no, r.content, r.quantity, p.name, r.tries
                from coupon_batch_row r
                join coupon_batch b on b.case_no = r.case_no
                join coupon_product p on p.id = b.product_id
                where r.case_no = ? and b.kind = 'ISSUE' and b.state = 'DONE' and r.outcome = 'GOOD' and r.told is null
                order by r.tries, r.row_no limit\s"""
                        + most,
                (row, number) -> new Owner(
                        row.getInt(1),
                        Objects.requireNonNull(encryption.convertToEntityAttribute(row.getString(2))),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5)),
                caseNo);
    }

    /**
     * Remembers what became of a message, whatever becomes of the caller's transaction, and forgets the number.
     *
     * @param outcome {@code SENT} or the code of a refusal
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void told(String caseNo, int row, String outcome) {
        var code = outcome.length() <= 40 ? outcome : outcome.substring(0, 40);
        jdbc.update(
                "update coupon_batch_row set told = ?, content = null where case_no = ? and row_no = ?",
                code,
                caseNo,
                row);
    }

    /** It may work later. Stays so, whatever becomes of the caller's transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void triedInVain(String caseNo, int row) {
        jdbc.update("update coupon_batch_row set tries = tries + 1 where case_no = ? and row_no = ?", caseNo, row);
    }

    /**
     * @param row in the file
     * @param phone in full
     * @param coupon the name of the product
     * @param tries how often a message could not be sent
     */
    public record Owner(int row, String phone, int quantity, String coupon, int tries) {
        @Override
        public String toString() {
            return "Owner[" + row + "]";
        }
    }
}
