package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which phones of a list got the same coupon by another list, or are about to: the same list is handed in twice under two
 * numbers sooner than anybody notices. One statement, whatever the length; declined lists do not count.
 */
@Component
class EarlierBatches {
    private static final int MOST = 5;

    private final JdbcTemplate jdbc;

    EarlierBatches(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with the most phones in common first, {@value #MOST} at the most. */
    List<Overlap> of(Batch batch) {
        return jdbc.query(
                """
                select b.batch_no, b.started_at, b.state, common.phones
                from (select e.case_no, count(distinct e.digest) as phones
                      from coupon_batch_row r
                      join coupon_batch_row e on e.digest = r.digest and e.case_no <> r.case_no and e.outcome = 'GOOD'
                      where r.case_no = ? and r.outcome = 'GOOD'
                      group by e.case_no) common
                join coupon_batch b on b.case_no = common.case_no
                where b.kind = 'ISSUE' and b.product_id = ? and b.state in ('READY', 'APPROVED', 'DONE')
                order by common.phones desc, b.started_at, b.case_no limit\s"""
                        + MOST,
                (row, number) -> new Overlap(
                        row.getString("batch_no"),
                        row.getTimestamp("started_at").toInstant(),
                        BatchState.valueOf(row.getString("state")),
                        row.getInt("phones")),
                batch.caseNo(),
                batch.productId());
    }

    /** @param phones how many of the list asked about are in this one as well */
    record Overlap(String batchNo, Instant startedAt, BatchState state, int phones) {
        /** For whoever decides. */
        String text() {
            var became =
                    switch (state) {
                        case DONE -> "已领过同一种券";
                        case APPROVED -> "正在领同一种券";
                        default -> "也在等待审批，是同一种券";
                    };
            return "其中 %d 个手机号在批次 %s（%s 提交）里%s".formatted(phones, batchNo, BusinessTime.text(startedAt), became);
        }
    }
}
