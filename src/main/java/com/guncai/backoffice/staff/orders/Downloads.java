package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.shared.Attachment;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.spreadsheet.Workbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Sends workbooks. */
final class Downloads {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Downloads() {}

    /** {@code 2026-11-24 10:00:05}, Asia/Shanghai. */
    static String time(Instant instant) {
        return SECOND.format(BusinessTime.local(instant));
    }

    static void send(Workbook workbook, String name, HttpServletResponse response) throws IOException {
        Attachment.begin(response, name, Workbook.MEDIA_TYPE);
        workbook.writeTo(response.getOutputStream());
    }
}
