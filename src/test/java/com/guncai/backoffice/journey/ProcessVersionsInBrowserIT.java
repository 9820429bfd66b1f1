package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Modeler.between;
import static com.guncai.backoffice.journey.Modeler.file;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 流程版本 as a manager sees it in a real Chromium. */
@BackofficeTest
@ExtendWith(Browser.class)
class ProcessVersionsInBrowserIT {
    private static final String FLOWERS = "FlowerOrderProcess.bpmn";

    @LocalServerPort
    int port;

    @AfterEach
    void backToTheRelease() {
        new Modeler(port, "manager").deploys(FLOWERS, file(FLOWERS)).is(200);
    }

    @Test
    void whatChangedIsColouredAndTheVersionBeforeComesBackInOneTap(BrowserContext browser) {
        new Modeler(port, "manager").deploys(FLOWERS, changed()).is(200);
        new Modeler(port, "manager")
                .deploys(FLOWERS, changed().replace("\"flower-desk\"", "\"花组\""))
                .is(400);
        var customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        new Clerk(port, "flower").awaitsTask(orderNo);
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "manager");

        page.navigate("http://127.0.0.1:" + port + "/staff/processes");
        assertThat(page.locator("tr[data-key=FlowerOrderProcess]")).containsText("加上了人工任务“回访”");
        assertThat(page.locator("#changes tbody tr").first()).containsText("已拒绝");
        keep(page, "processes");

        page.locator("tr[data-key=FlowerOrderProcess] a").first().click();
        assertThat(page.locator("#picture[data-drawn]")).isVisible();
        assertThat(page.locator("#picture .djs-element.added[data-element-id=Task_CallBack]"))
                .hasCount(1);
        assertThat(page.locator("#picture .djs-element.changed[data-element-id=Task_FollowDelivery]"))
                .hasCount(1);
        assertThat(page.locator("#picture-before .djs-element.removed[data-element-id=Task_TellDelivered]"))
                .hasCount(1);
        keep(page, "process");

        page.locator("#restore-previous").click();
        keep(page, "restore");
        page.locator("#confirm button[value=yes]").click();
        assertThat(page.locator("#versions tbody tr").first()).containsText("（恢复）");

        page.locator("#migration-form button").click();
        assertThat(page.locator("#migration-orders tbody")).containsText(orderNo);
        page.locator("#migration").scrollIntoViewIfNeeded();
        keep(page, "migration");
        page.locator("#migrate").click();
        page.locator("#confirm button[value=yes]").click();
        assertThat(page.locator("#migration-result")).containsText("迁移了");
    }

    /** With a call back, without the last message, and a step renamed. */
    private static String changed() {
        var called = between(
                file(FLOWERS),
                "SequenceFlow_Delivered",
                """
                <bpmn:userTask id="Task_CallBack" name="回访" camunda:formRef="follow-delivery" camunda:formRefBinding="deployment" camunda:candidateGroups="customer-service">
                  <bpmn:incoming>SequenceFlow_Delivered</bpmn:incoming>
                  <bpmn:outgoing>SequenceFlow_After_Task_CallBack</bpmn:outgoing>
                </bpmn:userTask>""",
                "Task_CallBack");
        return called.replace("name=\"跟进配送\"", "name=\"跟进送达\"")
                .replaceFirst("(?s)<bpmn:serviceTask id=\"Task_TellDelivered\".*?</bpmn:serviceTask>", "")
                .replaceFirst("<bpmn:sequenceFlow id=\"SequenceFlow_DeliveryTold\"[^>]*>", "")
                .replace(
                        "sourceRef=\"Task_CompleteOrder\" targetRef=\"Task_TellDelivered\"",
                        "sourceRef=\"Task_CompleteOrder\" targetRef=\"EndEvent_FlowersDelivered\"")
                .replace(
                        "<bpmn:incoming>SequenceFlow_DeliveryTold</bpmn:incoming>",
                        "<bpmn:incoming>SequenceFlow_OrderCompleted</bpmn:incoming>")
                .replaceFirst("(?s)<bpmndi:BPMNShape id=\"Task_TellDelivered_di\".*?</bpmndi:BPMNShape>", "")
                .replaceFirst("(?s)<bpmndi:BPMNEdge id=\"SequenceFlow_DeliveryTold_di\".*?</bpmndi:BPMNEdge>", "")
                .replace(
                        "<bpmndi:BPMNShape id=\"Task_TellDesk_di\"",
                        """
                        <bpmndi:BPMNShape id="Task_CallBack_di" bpmnElement="Task_CallBack"><dc:Bounds x="1521" y="370" width="100" height="80" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="SequenceFlow_After_Task_CallBack_di" bpmnElement="SequenceFlow_After_Task_CallBack"><di:waypoint x="1571" y="370" /><di:waypoint x="1571" y="310" /></bpmndi:BPMNEdge>
                        <bpmndi:BPMNShape id="Task_TellDesk_di\"""");
    }

    private static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", "versions-" + name + ".png"))
                .setFullPage(true));
    }
}
