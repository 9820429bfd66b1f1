package com.guncai.backoffice.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** 办任务 as the flower desk opens it, and what it works at. */
final class OpenTaskPage {
    private OpenTaskPage() {}

    static Page of(BrowserContext browser, int port, String query) {
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "flower");
        page.setViewportSize(1440, 900);
        page.navigate("http://127.0.0.1:" + port + "/staff/tasks" + query);
        return page;
    }

    /** The number of a paid order whose task is there. */
    static String paid(MiniProgram customer, int port) {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        new Clerk(port, "flower").awaitsTask(orderNo);
        return orderNo;
    }
}
