package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of docs/rule-book.md are held by tests that there are. */
class RuleBookTest {
    private static final int RULES = 25;
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    @Test
    void namesTestsThatThereAre() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : ProjectTree.MODULES) {
            sources.addAll(ProjectTree.javaFiles(ProjectTree.root().resolve(module).resolve("src/test/java")));
        }
        var numbers = new ArrayList<Integer>();
        for (String line : Files.readAllLines(ProjectTree.root().resolve("docs/rule-book.md"))) {
            var row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            numbers.add(Integer.parseInt(row.group(1)));
            var named = NAMED.matcher(row.group(2)).results().toList();
            assertTrue(!named.isEmpty() || row.group(2).equals("missing"), line);
            for (var name : named) {
                assertTrue(has(sources, name.group(1), name.group(2)), "there is no " + name.group());
            }
        }
        assertEquals(IntStream.rangeClosed(1, RULES).boxed().toList(), numbers);
    }

    private static boolean has(List<Path> sources, String testClass, String method) throws IOException {
        for (Path source : sources) {
            if (source.getFileName().toString().equals(testClass + ".java")) {
                return Files.readString(source).contains("void " + method + "(");
            }
        }
        return false;
    }
}
