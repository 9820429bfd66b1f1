package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.process.UploadedFile;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statements that finance hands in. */
@Service
@Transactional
class Statements {
    private static final int LARGEST = 10 * 1024 * 1024;

    private final Reconciliations reconciliations;
    private final BillFiles files;

    Statements(Reconciliations reconciliations, BillFiles files) {
        this.reconciliations = reconciliations;
        this.files = files;
    }

    /**
     * Takes a file in. It is read here once, so that whoever hands it in hears what is wrong with it.
     *
     * @return the number of the case
     * @throws ProblemException {@code ACCOUNT_INVALID}, {@code STATEMENT_KNOWN}, {@code FILE_…}
     */
    String receive(@Nullable Object account, @Nullable UploadedFile file, @Nullable String staff) {
        var source = BillSource.ofStatement(account);
        if (file == null || file.content().length == 0) {
            throw ProblemException.invalid(ProblemCode.FILE_MISSING, "请选择对账单文件");
        }
        if (file.content().length > LARGEST) {
            throw ProblemException.invalid(ProblemCode.FILE_TOO_LARGE, "文件超过 10 MB，请按时间分成几个文件");
        }
        var lines = new int[1];
        StatementReader.read(source, file.content(), line -> lines[0]++);
        if (lines[0] == 0) {
            throw ProblemException.invalid(ProblemCode.FILE_WITHOUT_ROWS, "文件里没有一笔收支，请确认导出的是明细");
        }
        var caseNo = reconciliations.openFile(source, Sha256.hex(file.content()), staff);
        files.keep(caseNo, BillFiles.Kind.STATEMENT, file.content());
        return caseNo;
    }
}
