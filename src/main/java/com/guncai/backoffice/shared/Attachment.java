package com.guncai.backoffice.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that a browser saves as a file and does not keep otherwise. */
public final class Attachment {
    private Attachment() {}

    /** @param name of the file, Chinese or not */
    public static void begin(HttpServletResponse response, String name, String contentType) {
        response.setContentType(contentType);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(name));
    }

    /** The value of {@code Content-Disposition}. */
    public static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
