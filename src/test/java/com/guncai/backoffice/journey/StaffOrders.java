package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What members of staff read of orders, each signed in to Tasklist. */
final class StaffOrders {
    private final int port;

    StaffOrders(int port) {
        this.port = port;
    }

    /** Numbers of the orders on the first page. */
    List<String> found(String user, String question) {
        return page(user, question).at("/items").findValuesAsText("orderNo");
    }

    JsonNode page(String user, String question) {
        return json(get(user, "?" + question));
    }

    JsonNode story(String user, String orderNo) {
        return json(get(user, "/" + orderNo));
    }

    HttpResponse<byte[]> get(String user, String path) {
        return StaffBrowser.of(port, user).get("/staff/api/orders" + path);
    }

    /** The cells of a workbook, row by row. */
    List<List<String>> workbook(String user, String path) throws IOException {
        var answer = StaffBrowser.of(port, user).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        var rows = new ArrayList<List<String>>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            for (var row : workbook.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                rows.add(cells);
            }
        }
        return rows;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
