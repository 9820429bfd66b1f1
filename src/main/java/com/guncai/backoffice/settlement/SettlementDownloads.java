package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.ExportLog;
import com.guncai.backoffice.settlement.Statement.State;
import com.guncai.backoffice.settlement.StatementFiles.Kind;
import com.guncai.backoffice.shared.Attachment;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.spreadsheet.Workbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements as files; each download is recorded. Of one that is not closed, a draft: its figures, without number and digest. */
@RestController
@RequestMapping("/staff/money/statements/{caseNo}")
class SettlementDownloads {
    private final SettlementStatements statements;
    private final StatementFiles files;
    private final StatementCsv csv;
    private final StatementWorkbook workbook;
    private final ExportLog log;

    SettlementDownloads(
            SettlementStatements statements,
            StatementFiles files,
            StatementCsv csv,
            StatementWorkbook workbook,
            ExportLog log) {
        this.statements = statements;
        this.files = files;
        this.csv = csv;
        this.workbook = workbook;
        this.log = log;
    }

    @GetMapping("/statement.xlsx")
    void workbook(Principal staff, HttpServletResponse response, @PathVariable String caseNo) throws IOException {
        var statement = begin(staff, response, caseNo, Kind.XLSX, Workbook.MEDIA_TYPE);
        if (statement.state() == State.CLOSED) {
            files.send(caseNo, Kind.XLSX, response.getOutputStream());
        } else {
            workbook.write(statement, Ceiling.forecast(statement), response.getOutputStream());
        }
    }

    @GetMapping("/statement.csv")
    void csv(Principal staff, HttpServletResponse response, @PathVariable String caseNo) throws IOException {
        var statement = begin(staff, response, caseNo, Kind.CSV, "text/csv;charset=UTF-8");
        if (statement.state() == State.CLOSED) {
            files.send(caseNo, Kind.CSV, response.getOutputStream());
        } else {
            csv.write(statement, response.getOutputStream());
        }
    }

    private Statement begin(Principal staff, HttpServletResponse response, String caseNo, Kind kind, String type) {
        var statement = statements.get(caseNo);
        if (!statement.state().isMade()) {
            throw ProblemException.conflict(ProblemCode.SETTLEMENT_STATE, "结算单正在生成，请稍后再下载");
        }
        var ending = "." + kind.name().toLowerCase(Locale.ROOT);
        var draft = statement.no() == null ? "-草稿" : "";
        log.record(staff.getName(), "结算单 " + statement.period() + draft + ending);
        Attachment.begin(response, "结算单-" + statement.period() + draft + ending, type);
        return statement;
    }
}
