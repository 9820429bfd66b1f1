package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.Attachment;
import com.guncai.backoffice.spreadsheet.Workbook;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workbooks for staff: what became of each row of a file, and the files to fill in. */
@Hidden
@RestController
@RequestMapping("/staff/api")
class BatchDownloads {
    private final BatchIntake desk;
    private final BatchRows rows;

    BatchDownloads(BatchIntake desk, BatchRows rows) {
        this.desk = desk;
        this.rows = rows;
    }

    @GetMapping("/batches/{caseNo}/rows.xlsx")
    @Transactional(readOnly = true)
    public void rows(@PathVariable String caseNo, HttpServletResponse response) throws IOException {
        var batch = desk.get(caseNo);
        var issue = batch.kind() == Batch.Kind.ISSUE;
        var header = List.of("行号", issue ? "手机号" : "券码", "张数", "结果", "原因", "通知");
        try (var workbook = new Workbook("明细", header)) {
            rows.forEach(
                    caseNo,
                    line -> workbook.row(List.of(
                            String.valueOf(line.number()),
                            line.shown(),
                            String.valueOf(line.quantity()),
                            result(batch, line.outcome()),
                            line.reason(),
                            told(line.told()))));
            var name = issue ? batch.batchNo() + "-下发明细" : "导入明细-" + caseNo;
            send(workbook, name, response);
        }
    }

    @GetMapping("/templates/issue.xlsx")
    void issueTemplate(HttpServletResponse response) throws IOException {
        try (var workbook = new Workbook("发券名单", List.of("手机号", "数量", "有效期至"))) {
            workbook.notes(List.of(
                    "只读取第一张没有隐藏的表，从第 2 行填起。",
                    "手机号：必填，11 位，例如 13800000000。这一列已设为文本，请直接粘贴。",
                    "数量：不填按 1 张，最多 100 张。",
                    "有效期至：例如 2027-12-31；不填按券的默认有效期。兑换码自带有效期，不要填。"));
            send(workbook, "批量发券模板", response);
        }
    }

    @GetMapping("/templates/import.xlsx")
    void importTemplate(HttpServletResponse response) throws IOException {
        try (var workbook = new Workbook("券码", List.of("券码", "有效期至", "面值"))) {
            workbook.notes(List.of(
                    "只读取第一张没有隐藏的表，从第 2 行填起。",
                    "券码：必填，4 到 64 位字母或数字。这一列已设为文本，请直接粘贴。",
                    "有效期至：必填，例如 2027-12-31。",
                    "面值：单位元，可不填；填了须与所选的券一致。"));
            send(workbook, "券码导入模板", response);
        }
    }

    private static void send(Workbook workbook, String name, HttpServletResponse response) throws IOException {
        Attachment.begin(response, name + ".xlsx", Workbook.MEDIA_TYPE);
        workbook.writeTo(response.getOutputStream());
    }

    private static String result(Batch batch, BatchRow.Outcome outcome) {
        if (outcome == BatchRow.Outcome.BAD) {
            return "未处理";
        }
        if (batch.state() != BatchState.DONE) {
            return batch.state().label();
        }
        if (outcome == BatchRow.Outcome.SHORT) {
            return "已登记弃票";
        }
        return batch.kind() == Batch.Kind.ISSUE ? "已下发" : "已入库";
    }

    private static String told(String told) {
        return switch (told) {
            case "" -> "";
            case "SENT" -> "短信已发";
            default -> "短信被拒：" + told;
        };
    }
}
