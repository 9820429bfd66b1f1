package com.guncai.backoffice.payment;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the notifications on their way in, so that a test can send them again, spoiled. */
class CapturedNotifications extends OncePerRequestFilter {
    static final String TIMESTAMP = "Wechatpay-Timestamp";
    static final String NONCE = "Wechatpay-Nonce";
    static final String SIGNATURE = "Wechatpay-Signature";
    static final String SERIAL = "Wechatpay-Serial";

    private final List<Captured> all = new CopyOnWriteArrayList<>();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().contains("/callbacks/wechat-pay/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var headers = new HashMap<String, String>();
        for (var name : List.of(TIMESTAMP, NONCE, SIGNATURE, SERIAL)) {
            headers.put(name, request.getHeader(name));
        }
        var body = request.getInputStream().readAllBytes();
        all.add(new Captured(request.getRequestURI(), headers, new String(body, StandardCharsets.UTF_8)));
        chain.doFilter(readAgain(request, body), response);
    }

    private static HttpServletRequest readAgain(HttpServletRequest request, byte[] body) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(new ByteArrayInputStream(body));
            }
        };
    }

    Captured last() {
        return all.get(all.size() - 1);
    }

    record Captured(String path, Map<String, String> headers, String body) {
        Captured with(String header, String value) {
            var other = new HashMap<>(headers);
            other.put(header, value);
            return new Captured(path, other, body);
        }

        Captured without(String header) {
            var other = new HashMap<>(headers);
            other.remove(header);
            return new Captured(path, other, body);
        }

        Captured saying(String otherBody) {
            return new Captured(path, headers, otherBody);
        }

        Captured at(String otherPath) {
            return new Captured(otherPath, headers, body);
        }

        /** Sends it to the application; answers the HTTP status. */
        int arrives(int port) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            try {
                return HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
