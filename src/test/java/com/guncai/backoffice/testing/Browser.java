package com.guncai.backoffice.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real Chromium, the one installed. Each test gets a context of its own; of one that fails, a picture of each page is
 * kept in {@code target/browser} and what its pages asked for in vain is printed.
 */
public class Browser implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Playwright playwright;
    private com.microsoft.playwright.Browser browser;
    private BrowserContext context;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == BrowserContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (browser == null) {
            playwright = Playwright.create();
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(installed()).setArgs(ARGUMENTS));
        }
        context = browser.newContext(new NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1400, 950));
        context.setDefaultTimeout(Patience.LIMIT.toMillis());
        troubles.clear();
        context.onRequestFailed(request -> troubles.add(request.url() + ": " + request.failure()));
        context.onResponse(response -> {
            if (response.status() >= 400) {
                troubles.add(response.request().method() + " " + response.url() + ": " + response.status());
            }
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(message.text());
            }
        });
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(Patience.LIMIT.toMillis());
        return context;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (context == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            troubles.forEach(trouble -> System.out.println("browser: " + trouble));
            for (int number = 0; number < context.pages().size(); number++) {
                keep(context.pages().get(number), test.getRequiredTestMethod().getName() + number);
            }
        }
        context.close();
        context = null;
    }

    private static void keep(Page page, String name) {
        System.out.println("browser: at " + page.url() + ": "
                + page.locator("body").innerText().strip().replaceAll("\\s+", " "));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
    }

    private static Path installed() {
        return Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium found: install the package chromium"));
    }
}
