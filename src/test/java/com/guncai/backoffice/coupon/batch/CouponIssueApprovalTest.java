package com.guncai.backoffice.coupon.batch;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.journey.StaffBrowser;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a manager reads and answers before coupons are issued. */
class CouponIssueApprovalTest extends CouponIssueFixture {
    @Test
    void aFileThatBreaksOffCanOnlyBeDeclined() {
        var process = atApproval("fuel-50", "手机号", "13800000001", "\"1380000");

        Assertions.assertThat(card(process)).contains("文件读到一半出错了");
        Assertions.assertThat(approves(process, true).body()).contains("文件有误，不能继续");
        assertThat(process).isWaitingAt("Task_ApproveIssue");
        approves(process, false).is(204);
        assertThat(process).hasPassed("EndEvent_IssueDeclined").isEnded();
    }

    /** What is brought along at the start would be the answer of a manager who gives none. */
    @Test
    void anApprovalThatCameWithTheFileIsRefusedAndNoneIsNone() {
        Assertions.assertThat(submits("PICC-" + System.nanoTime(), "fuel-50", Map.of("approved", true), TWO)
                        .is(400)
                        .body())
                .contains("表单没有这些内容：approved");

        var process = atApproval("fuel-50", TWO);
        Assertions.assertThat(completes(process, Map.of()).body()).contains("请选择“是”或“否”");

        assertThat(process).isWaitingAt("Task_ApproveIssue");
    }

    @Test
    void whoDeclinesSaysWhyToWhoHandedTheListIn() {
        var process = atApproval("fuel-50", TWO);

        Assertions.assertThat(completes(process, Map.of("approved", false, "declineReason", " "))
                        .is(400)
                        .body())
                .contains("请写明不批准的原因");
        completes(process, Map.of("approved", false, "declineReason", "张数与通知不符"))
                .is(204);

        assertThat(process).hasPassed("EndEvent_IssueDeclined").isEnded();
        Assertions.assertThat(found(caseNo)).contains("主管演示").contains("张数与通知不符");
    }

    @Test
    void whoHandedAListInTakesItBackAndItsNumberIsFreeAgain() {
        var process = atApproval("fuel-50", TWO);
        var number = batchNo();

        var path = "/staff/api/batches/" + caseNo + "/withdrawal";
        refused(StaffBrowser.of(port, "manager").sends("POST", path, ""), "只有提交人能撤回");
        assertThat(process).isWaitingAt("Task_ApproveIssue");
        var submitter = StaffBrowser.of(port, "coupon");
        Assertions.assertThat(submitter.sends("POST", path, "").statusCode()).isEqualTo(204);

        assertThat(process).hasPassed("EndEvent_ListWithdrawn").isEnded();
        Assertions.assertThat(found(caseNo)).contains("已撤回");
        refused(submitter.sends("POST", path, ""), "已撤回，不支持此操作");
        submits(number, "fuel-50", Map.of(), TWO).is(200);
    }

    @Test
    void theCardSaysWhichColumnWasReadAndShowsItMasked() {
        var process = atApproval("fuel-50", "序号;手机;备注", "1;=\"13800000001\";a,b,c", "2;13800000002;a,b,c");

        Assertions.assertThat(card(process)).contains("“手机”（B 列），开头几行：138****0001、138****0002");
    }

    @Test
    void aListIsFoundByItsNumberItsSubmitterAndAPhoneInIt() {
        var phone = "139" + String.format("%08d", System.nanoTime() % 100_000_000);
        atApproval("fuel-50", "手机号", phone);

        for (var term : new String[] {caseNo, batchNo().toLowerCase(Locale.ROOT), phone}) {
            Assertions.assertThat(found(term)).as(term).contains(caseNo);
        }
        Assertions.assertThat(found("coupon")).contains("券码内勤演示");
        Assertions.assertThat(found("13700009999")).doesNotContain(caseNo);
        Assertions.assertThat(found("%")).doesNotContain(caseNo);
    }

    @Test
    void codesThatRanShortAfterTheApprovalBringItBackToBeApprovedAnew() {
        var sandbox = Json.at(port);
        sandbox.delete("/sandbox/codes").is(204);
        sandbox.post("/sandbox/codes", Map.of("count", 2)).is(201);
        var process = atApproval("movie-30", TWO);
        approves(process, true).is(204);
        sandbox.delete("/sandbox/codes").is(204);

        engine.run(process, "Task_IssueCoupons");

        assertThat(process).isWaitingAtExactly("Task_ApproveIssue");
        Assertions.assertThat(completes(process, Map.of()).body())
                .as("the earlier approval counts no more")
                .contains("请选择“是”或“否”");
        Assertions.assertThat(approves(process, true).body()).contains("可发库存只有 0 张");
        sandbox.post("/sandbox/codes", Map.of("count", 2)).is(201);
        approves(process, true).is(204);
        engine.run(process, "Task_IssueCoupons");
        assertThat(process).isWaitingAt("Task_TellOwners");
        Assertions.assertThat(coupons()).isEqualTo(2);
    }

    @Test
    void whoApprovesReadsWhichPhonesGotTheSameCouponByWhichBatch() {
        var phones = new String[] {"手机号", "13700000001", "13700000002", "13700000003"};
        issued("fuel-50", phones);
        var first = batchNo();
        declined("fuel-50", phones);
        issued("paint-50", phones);

        var process = atApproval("fuel-50", "手机号,数量", "13700000001,2", "13700000003,1", "13700000004,1");

        Assertions.assertThat(card(process))
                .containsPattern("\"repeated\":\"其中 2 个手机号在批次 " + first + "（[^\"]+已领过同一种券\"");
        approves(process, true).is(204);
        engine.run(process, "Task_IssueCoupons");
        Assertions.assertThat(coupons()).as("it is asked, not refused").isEqualTo(4);
    }

    @Test
    void twoListsThatWaitForApprovalNameEachOther() {
        var first = atApproval("fuel-50", "手机号", "13600000001");
        var second = atApproval("fuel-50", "手机号", "13600000001");

        Assertions.assertThat(card(second)).contains("其中 1 个手机号在批次", "也在等待审批");
        Assertions.assertThat(card(first)).contains("其中 1 个手机号在批次 " + batchNo());
    }

    @Test
    void twoApprovalsAtOnceAreOne() {
        var process = atApproval("fuel-50", TWO);
        var answers = atOnce(() -> approves(process, true), () -> approves(process, true));

        Assertions.assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        engine.run(process, "Task_IssueCoupons");
        Assertions.assertThat(coupons()).isEqualTo(2);
    }

    private static void refused(HttpResponse<byte[]> answer, String why) {
        Assertions.assertThat(answer.statusCode()).isEqualTo(409);
        Assertions.assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(why);
    }

    /** What 券码与批次 answers to the search. */
    private String found(String term) {
        var answer = StaffBrowser.of(port, "coupon")
                .get("/staff/api/batches?q=" + URLEncoder.encode(term, StandardCharsets.UTF_8));
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private void issued(String product, String... lines) {
        var process = atApproval(product, lines);
        approves(process, true).is(204);
        engine.run(process, "Task_IssueCoupons");
    }

    private void declined(String product, String... lines) {
        approves(atApproval(product, lines), false).is(204);
    }

    private String batchNo() {
        return jdbc.queryForObject("select batch_no from coupon_batch where case_no = ?", String.class, caseNo);
    }
}
