package com.guncai.backoffice.expense;

import com.guncai.backoffice.expense.ExpenseNumber.Work;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which number of which account stands for what: each for one piece of work, of whatever kind. */
@Service
@Transactional
public class ExpenseNumbers {
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    ExpenseNumbers(JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes a number for a piece of work; again for the same changes nothing.
     *
     * @throws ProblemException with the number's own code, naming the other, when it stands for something else
     */
    public void take(ExpenseNumber number, Work work) {
        var key = number.key();
        var account = number.account().name();
        try {
            var taken = jdbc.update(
                    """
                    insert into expense_number (account, external_no, work, case_no, taken_at)
                    select ?, ?, ?, ?, cast(? as timestamp with time zone)
                    where not exists (select 1 from expense_number where account = ? and external_no = ?)""",
                    account,
                    key,
                    work.kind(),
                    work.caseNo(),
                    Timestamp.from(BusinessTime.now(clock)),
                    account,
                    key);
            var holder = taken == 1 ? work : holder(number);
            if (holder != null && !holder.caseNo().equals(work.caseNo())) {
                throw number.usedBy(holder);
            }
        } catch (DuplicateKeyException takenMeanwhile) {
            // This transaction is lost on PostgreSQL; whoever was faster has committed.
            var faster = apart.execute(status -> holder(number));
            throw faster == null ? takenMeanwhile : number.usedBy(faster);
        }
    }

    /** A clerk had mistyped it: it is free again, unless it stands for something else. */
    public void release(ExpenseNumber number, Work work) {
        jdbc.update(
                "delete from expense_number where account = ? and external_no = ? and case_no = ?",
                number.account().name(),
                number.key(),
                work.caseNo());
    }

    private @Nullable Work holder(ExpenseNumber number) {
        List<Work> found = jdbc.query(
                "select work, case_no from expense_number where account = ? and external_no = ?",
                (row, place) -> new Work(row.getString(1), row.getString(2)),
                number.account().name(),
                number.key());
        return found.isEmpty() ? null : found.get(0);
    }
}
