package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the code declares as constant is what {@code docs/simulated.md} tells its readers. */
class SimulatedPageTest {
    private static final Path PAGE = Path.of("..", "docs", "simulated.md");
    private static final String BEGIN = "<!-- constants: begin -->\n";
    private static final String END = "<!-- constants: end -->";

    @Test
    void printsEveryDeclaredConstant() throws IOException {
        String page = Files.readString(PAGE);
        String printed = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        assertEquals(table(), printed, "put the expected lines between the marks");
    }

    private static String table() {
        var table = new StringBuilder("| TR | field | always | because |\n|---|---|---|---|\n");
        for (DeclaredConstants.Constant constant : DeclaredConstants.table()) {
            String field = constant.list().isEmpty() ? constant.field() : constant.list() + '.' + constant.field();
            String value = constant.value().isEmpty() ? "empty" : '`' + constant.value() + '`';
            table.append("| ").append(constant.tr()).append(" | `").append(field).append("` | ").append(value).append(" | ")
                .append(constant.reason()).append(" |\n");
        }
        return table.toString();
    }
}
