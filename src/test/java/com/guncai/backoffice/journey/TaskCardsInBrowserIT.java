package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The card of a task as form-js shows it in a real Chromium, and what a manager adds below it. */
@BackofficeTest
@ExtendWith(Browser.class)
class TaskCardsInBrowserIT {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final String LINK = "[点这里](https://evil.example)";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void backToTheRelease() {
        // A job of the order may be at work just then.
        await().ignoreException(OptimisticLockingException.class).untilAsserted(() -> repository
                .createDeploymentQuery()
                .deploymentSource("Camunda Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true)));
    }

    @Test
    void whatACustomerTypedIsReadAsItWasTyped(BrowserContext browser) {
        var customer = customer();
        var flowers = customer.flowers();
        flowers.put("address", "漓江路 1 号" + HOSTILE);
        flowers.put("recipient", "甲" + HOSTILE);
        flowers.put("cardMessage", LINK + "{{order.phone}}");
        var orderNo = customer.orders(flowers).is(201).text("/orderNo");
        customer.pays(orderNo);

        var errors = new CopyOnWriteArrayList<String>();
        browser.onConsoleMessage(message -> errors.add(message.text()));
        var tasklist = opens(browser, orderNo);
        var card = tasklist.locator(".case-card");
        assertThat(card).containsText("漓江路 1 号" + HOSTILE);
        assertThat(card).containsText("甲" + HOSTILE);
        assertThat(card).containsText(LINK + "{{order.phone}}");
        assertThat(card.locator("img, script")).hasCount(0);
        assertThat(card.locator("a")).hasText("订单全程");
        Assertions.assertThat(errors).noneMatch(error -> error.contains("inline event handler"));
    }

    @Test
    void theFirstFieldIsOnTheScreenOfAClerk(BrowserContext browser) {
        var tasklist = opens(browser, paid(customer()));

        assertThat(tasklist.locator(".case-card h2")).isVisible();
        assertThat(tasklist.getByText("有，已在美团下单")).isInViewport();
        assertThat(tasklist.getByText("没有，送不了")).isInViewport();
    }

    @Test
    void aManagersFieldAndValueAreShownBelowTheCard(BrowserContext browser) throws IOException {
        repository
                .createDeployment()
                .name("FlowerOrderProcess")
                .source("Camunda Modeler")
                .addString("purchase-flowers.form", extended("purchase-flowers"))
                .addString("follow-delivery.form", Files.readString(Path.of("forms", "follow-delivery.form")))
                .addString("FlowerOrderProcess.bpmn", Files.readString(Path.of("processes", "FlowerOrderProcess.bpmn")))
                .deploy();
        var customer = customer();
        var flowers = customer.flowers();
        flowers.put("recipient", "乙" + HOSTILE);
        var orderNo = customer.orders(flowers).is(201).text("/orderNo");
        customer.pays(orderNo);

        var tasklist = opens(browser, orderNo);
        assertThat(tasklist.locator(".case-card h2")).isVisible();
        assertThat(tasklist.locator(".whom")).hasText("给 乙" + HOSTILE);
        tasklist.getByText("认领", new GetByTextOptions().setExact(true)).click();
        tasklist.getByLabel("下单平台").fill("饿了么");
        assertThat(tasklist.getByLabel("下单平台")).hasValue("饿了么");
    }

    /** A form as a manager extends it in Camunda Modeler: a value shown and a field asked for. */
    private static String extended(String name) throws IOException {
        var form = new ObjectMapper().readTree(Path.of("forms", name + ".form").toFile());
        var components = (ArrayNode) form.get("components");
        components
                .insertObject(2)
                .put("type", "html")
                .put("id", "Field_Whom")
                .put("content", "<p class=\"whom\">给 {{order.recipient}}</p>");
        components
                .insertObject(3)
                .put("type", "textfield")
                .put("id", "Field_Platform")
                .put("key", "platform")
                .put("label", "下单平台");
        return form.toString();
    }

    private MiniProgram customer() {
        return MiniProgram.of(port, "138%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    private static String paid(MiniProgram customer) {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }

    private Page opens(BrowserContext browser, String orderNo) {
        var tasklist = browser.newPage();
        tasklist.setViewportSize(1440, 900);
        TasklistSignIn.as(tasklist, port, "flower");
        tasklist.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        tasklist.getByText("美团下单", new GetByTextOptions().setExact(true))
                .first()
                .click();
        return tasklist;
    }
}
