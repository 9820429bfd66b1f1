package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both stores keep what they get: a directory, and a bucket, asked by the real SDK at a server that speaks S3. */
class ReceiptStoreTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};

    final Map<String, byte[]> bucket = new ConcurrentHashMap<>();
    final List<HttpExchange> requests = new ArrayList<>();
    int answer;
    HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aDirectoryKeepsPictures(@TempDir Path root) {
        keepsPictures(new DirectoryReceiptStore(root));
    }

    @Test
    void aDirectoryIsNotLeft(@TempDir Path root) {
        var store = new DirectoryReceiptStore(root.resolve("receipts"));

        assertThatThrownBy(() -> store.put("../outside.jpg", JPEG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.get("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatACrashLeftOfAPictureGoesWithIt(@TempDir Path root) throws IOException {
        var store = new DirectoryReceiptStore(root);
        store.put("2026/11/b.jpg", JPEG);
        var month = root.resolve("2026/11");
        Files.createFile(month.resolve("a.jpg.42.tmp"));
        Files.createFile(month.resolve("b.jpg.42.tmp"));

        store.delete("2026/11/a.jpg");

        assertThat(month).isDirectoryNotContaining("glob:**a.jpg*").isDirectoryContaining("glob:**b.jpg.42.tmp");
        store.delete("2026/11/b.jpg");
        assertThat(month).isEmptyDirectory();
        store.delete("2026/12/c.jpg");
    }

    @Test
    void aBucketKeepsPictures() {
        keepsPictures(s3());

        assertThat(requests).isNotEmpty().allSatisfy(request -> assertThat(
                        request.getRequestHeaders().getFirst("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=key-id/")
                .contains("/cn-shenzhen/s3/aws4_request"));
    }

    /** Aliyun OSS refuses bodies in signed chunks, and checksums that it does not know. */
    @Test
    void aPictureGoesToTheBucketAsItIs() {
        s3().put("2026/11/a.jpg", JPEG);

        var headers = requests.get(0).getRequestHeaders();
        assertThat(headers.getFirst("Content-Type")).isEqualTo("image/jpeg");
        assertThat(headers.getFirst("Content-Length")).isEqualTo(String.valueOf(JPEG.length));
        assertThat(headers.getFirst("X-amz-content-sha256")).doesNotStartWith("STREAMING");
        assertThat(headers.keySet()).noneMatch(name -> name.toLowerCase().startsWith("x-amz-checksum"));
    }

    @Test
    void aBucketThatRefusesIsAFailure() {
        answer = 403;
        var store = s3();

        assertThatThrownBy(() -> store.put("a.jpg", JPEG))
                .isInstanceOf(ReceiptStoreException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> store.delete("a.jpg")).isInstanceOf(ReceiptStoreException.class);
    }

    private void keepsPictures(ReceiptStore store) {
        store.put("2026/11/a.jpg", JPEG);
        store.put("2026/11/a.jpg", JPEG);

        assertThat(store.get("2026/11/a.jpg")).isEqualTo(JPEG);

        store.delete("2026/11/a.jpg");
        store.delete("2026/11/a.jpg");
        assertThatThrownBy(() -> store.get("2026/11/a.jpg")).isInstanceOf(ReceiptStoreException.class);
    }

    private S3ReceiptStore s3() {
        return new S3ReceiptStore(new ReceiptProperties.S3(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "cn-shenzhen",
                "receipts",
                "key-id",
                "key-secret",
                true));
    }

    private void answer(HttpExchange request) throws IOException {
        requests.add(request);
        var body = request.getRequestBody().readAllBytes();
        var name = request.getRequestURI().getPath();
        if (answer != 0) {
            send(request, answer, "<Error><Code>AccessDenied</Code></Error>".getBytes());
            return;
        }
        switch (request.getRequestMethod()) {
            case "PUT" -> {
                bucket.put(name, body);
                send(request, 200, new byte[0]);
            }
            case "DELETE" -> {
                bucket.remove(name);
                send(request, 204, new byte[0]);
            }
            default -> {
                var found = bucket.get(name);
                send(
                        request,
                        found == null ? 404 : 200,
                        found == null ? "<Error><Code>NoSuchKey</Code></Error>".getBytes() : found);
            }
        }
    }

    private static void send(HttpExchange request, int status, byte[] body) throws IOException {
        request.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            request.getResponseBody().write(body);
        }
        request.close();
    }
}
