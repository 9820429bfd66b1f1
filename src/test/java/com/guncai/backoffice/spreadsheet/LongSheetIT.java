package com.guncai.backoffice.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 rows are read within 256 MB of heap, by a Java machine that has no more. */
@Tag("slow")
class LongSheetIT {
    private static final int ROWS = 100_000;

    @Test
    void aHundredThousandRowsFitIntoASmallHeap(@TempDir Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("list.xlsx");
        try (var workbook = new Workbook("名单", List.of("手机号", "数量"));
                var out = Files.newOutputStream(file)) {
            for (int i = 0; i < ROWS; i++) {
                workbook.row(List.of("138%08d".formatted(i), "1"));
            }
            workbook.writeTo(out);
        }

        var reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Path.of("src", "test", "resources", "spreadsheet", "Reading.java")
                                .toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(reading.getInputStream().readAllBytes());

        assertThat(reading.waitFor()).as(said).isZero();
        System.out.println("long sheet: " + said.strip());
        assertThat(said).contains(ROWS + " rows");
    }
}
