package com.guncai.backoffice.bodylimit;

import com.guncai.backoffice.shared.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A row of the table.
 *
 * @param path how the paths begin that it is for
 * @param bytes the longest body that is taken
 * @param multipart whether it is for forms with files too; otherwise those have {@code spring.servlet.multipart}'s limit
 * @param refusal answers what is longer, as the caller of these paths reads it
 */
record BodyLimit(String path, int bytes, boolean multipart, Refusal refusal) {
    boolean isFor(HttpServletRequest request) {
        return RequestPath.of(request).startsWith(path) && (multipart || !isMultipart(request));
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    interface Refusal {
        void write(HttpServletResponse response) throws IOException;
    }
}
