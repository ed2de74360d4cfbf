package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code docs/simulated.md}, which tells its readers what the code declares as constant. */
public final class SimulatedPage {
    private static final Path PAGE = Path.of("..", "docs", "simulated.md");

    private SimulatedPage() {
    }

    /** Checks that the page prints every constant between the marks of this name. */
    public static void assertPrints(String mark, List<ConstantTable.Constant> constants) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- " + mark + ": begin -->\n";
        int from = page.indexOf(begin) + begin.length();
        String printed = page.substring(from, page.indexOf("<!-- " + mark + ": end -->", from));
        assertEquals(table(constants), printed, "put the expected lines between the marks");
    }

    private static String table(List<ConstantTable.Constant> constants) {
        var table = new StringBuilder("| TR | field | always | because |\n|---|---|---|---|\n");
        for (ConstantTable.Constant constant : constants) {
            String field = constant.list().isEmpty() ? constant.field() : constant.list() + '.' + constant.field();
            String value = constant.value().isEmpty() ? "empty" : '`' + constant.value() + '`';
            table.append("| ").append(constant.tr()).append(" | `").append(field).append("` | ").append(value).append(" | ")
                .append(constant.reason()).append(" |\n");
        }
        return table.toString();
    }
}
