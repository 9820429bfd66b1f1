package com.guncai.backoffice.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A browser in which a member of staff is signed in to Tasklist, or nobody. */
public class StaffBrowser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    private StaffBrowser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public static StaffBrowser ofNobody(int port) {
        return new StaffBrowser(port);
    }

    public static StaffBrowser of(int port, String user) {
        return of(port, user, user);
    }

    public static StaffBrowser of(int port, String user, String password) {
        var browser = new StaffBrowser(port);
        browser.get("/camunda/app/tasklist/default/");
        var login = HttpRequest.newBuilder(
                        URI.create(browser.base + "/camunda/api/admin/auth/user/default/login/tasklist"))
                .header("X-XSRF-TOKEN", browser.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build();
        var answer = browser.send(login);
        if (answer.statusCode() != 200) {
            throw new AssertionError(user + " could not sign in: " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return browser;
    }

    /** As a browser asks for a page: redirects are not followed. */
    public HttpResponse<byte[]> opens(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,*/*")
                .build());
    }

    /** As a page asks for a picture in it. */
    public HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "image/webp,image/*,*/*;q=0.8")
                .build());
    }

    /** Changes something by JSON, with the token of the session. */
    public HttpResponse<byte[]> sends(String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token())
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    /** A form of a page, with the token of the session, as htmx sends it. */
    public HttpResponse<byte[]> submits(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,*/*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true")
                .header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** The session, for requests that no client would send. */
    String headers() {
        var sent = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return "Cookie: " + sent + "\r\nX-XSRF-TOKEN: " + token() + "\r\n";
    }

    /** What Camunda's web applications gave this session against requests from other sites. */
    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Sends nothing where something would be changed. */
    public HttpResponse<byte[]> posts(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
