package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.spreadsheet.Workbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends workbooks. */
final class Downloads {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Downloads() {}

    /** {@code 2026-11-24 10:00:05}, Asia/Shanghai. */
    static String time(Instant instant) {
        return SECOND.format(BusinessTime.local(instant));
    }

    static void send(Workbook workbook, String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        workbook.writeTo(response.getOutputStream());
    }
}
