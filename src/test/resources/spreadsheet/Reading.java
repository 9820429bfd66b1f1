import com.guncai.backoffice.spreadsheet.Columns;
import com.guncai.backoffice.spreadsheet.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the other Java machine of LongSheetIT does. A source to be launched: a second main class would stop test-run. */
class Reading {
    public static void main(String[] arguments) throws IOException {
        var rows = new int[1];
        var started = System.nanoTime();
        Sheet.of(Files.readAllBytes(Path.of(arguments[0])))
                .read(new Columns(java.util.Set.of("手机号"), Map.of("手机号", List.of("手机号"))), 200_000, (number, cells) -> {
                    rows[0]++;
                    return true;
                });
        System.out.printf("%d rows in %.1f s, -Xmx256m%n", rows[0], (System.nanoTime() - started) / 1e9);
    }
}
