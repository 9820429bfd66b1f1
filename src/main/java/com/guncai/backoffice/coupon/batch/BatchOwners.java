package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CouponRecipients;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has to be told of coupons that a batch brought. */
@Component
public class BatchOwners implements CouponRecipients {
    private final JdbcTemplate jdbc;
    private final PersonalDataCipher encryption;

    BatchOwners(JdbcTemplate jdbc, PersonalDataCipher encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recipient> untold(String caseNo, int most) {
        return jdbc.query(
                """
                select r.row_no, r.content, r.quantity,
                    (select p.name from coupon_batch b join coupon_product p on p.id = b.product_id
                     where b.case_no = r.case_no),
                    r.tries
                from coupon_batch_row r
                where r.case_no = ? and r.outcome = 'GOOD' and r.told is null
                  and exists (select 1 from coupon_batch b where b.case_no = ? and b.kind = 'ISSUE' and b.state = 'DONE')
                order by r.told, r.tries, r.row_no limit\s"""
                        + most,
                (row, number) -> new Recipient(
                        row.getInt(1),
                        Objects.requireNonNull(encryption.convertToEntityAttribute(row.getString(2))),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5)),
                caseNo,
                caseNo);
    }

    /** Forgets the number as well. */
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void told(String caseNo, int row, String outcome) {
        var code = outcome.length() <= 40 ? outcome : outcome.substring(0, 40);
        jdbc.update(
                "update coupon_batch_row set told = ?, content = null where case_no = ? and row_no = ?",
                code,
                caseNo,
                row);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void triedInVain(String caseNo, int row) {
        jdbc.update("update coupon_batch_row set tries = tries + 1 where case_no = ? and row_no = ?", caseNo, row);
    }
}
