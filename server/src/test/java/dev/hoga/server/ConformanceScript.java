package dev.hoga.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one TR must do, as a file: {@code conformance/README.md} beside the files tells the format.
 *
 * @param tr     the TR
 * @param proves the level that the TR has when every case passes
 * @param cases  in the order of the file
 */
record ConformanceScript(String tr, int proves, List<Case> cases) {

    /**
     * One case, independent of all others: it has stocks and accounts of its own.
     *
     * @param clock the market time at which it happens; the clock stands still
     */
    record Case(String condition, OffsetDateTime clock, List<YamlFile> stocks, List<YamlFile> accounts, List<YamlFile> book,
        List<Step> steps) {
    }

    /** One exchange, or something that the case's surroundings do. */
    sealed interface Step {
    }

    /**
     * A request and its answer.
     *
     * @param as      account and environment, {@code alice live}; {@code nobody} for no authorization
     * @param tr      the value of the header api-id; empty for none
     * @param path    the address; empty for the TR's own
     * @param headers more request headers, or others in place of the usual ones; null leaves one out
     * @param in      the body
     * @param times   how often it is sent; each answer must be as expected
     */
    record Exchange(String as, String tr, String path, Map<String, Object> headers, Map<String, Object> in, int times, Expected out)
        implements Step {
    }

    /** A call of the control API, for example {@code POST /orders}. */
    record Control(String method, String path, Map<String, Object> in, Expected out) implements Step {
    }

    /**
     * What an answer must be.
     *
     * @param status  HTTP status
     * @param headers headers that must be there, in this spelling
     * @param body    the whole body; empty where nothing is said
     * @param has     a part of the body; empty where nothing is said
     * @param rows    how many rows a list of the body has, by its name
     */
    record Expected(int status, Map<String, Object> headers, Map<String, Object> body, Map<String, Object> has, Map<String, Object> rows) {
    }

    /** The clock where a case says nothing: a Friday in continuous trading. */
    static final OffsetDateTime USUAL_CLOCK = OffsetDateTime.parse("2026-11-20T10:00:00+09:00");

    /** Reads every script of a folder, sorted by TR. */
    static List<ConformanceScript> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            var read = new ArrayList<ConformanceScript>();
            for (Path script : scripts) {
                read.add(parse(YamlFile.read(script)));
            }
            return List.copyOf(read);
        }
    }

    private static ConformanceScript parse(YamlFile file) {
        file.only("tr", "about", "proves", "cases");
        String tr = file.text("tr");
        if (!file.where().equals(tr + ".yaml")) {
            throw new IllegalArgumentException(file.where() + " is about " + tr);
        }
        return new ConformanceScript(tr, file.whole("proves", 0), file.objects("cases").stream().map(one -> parseCase(tr, one)).toList());
    }

    private static Case parseCase(String tr, YamlFile one) {
        one.only("condition", "clock", "given", "steps");
        YamlFile given = one.object("given").only("stocks", "accounts", "book");
        return new Case(one.text("condition"),
            one.has("clock") ? OffsetDateTime.parse(one.text("clock")) : USUAL_CLOCK,
            named(given.object("stocks")), named(given.object("accounts")), given.objects("book"),
            one.objects("steps").stream().map(step -> parseStep(tr, step)).toList());
    }

    /** The objects of an object, each with its name as the field {@code as}. */
    private static List<YamlFile> named(YamlFile objects) {
        return objects.values().keySet().stream().map(name -> {
            var values = new LinkedHashMap<>(objects.object(name).values());
            values.put("as", name);
            return new YamlFile(objects.where() + "/" + name, values);
        }).toList();
    }

    private static Step parseStep(String tr, YamlFile step) {
        step.only("as", "tr", "path", "headers", "control", "in", "times", "out");
        Map<String, Object> in = step.object("in").values();
        if (step.has("control")) {
            String[] words = step.text("control").split(" ");
            return new Control(words[0], words[1], in, parseExpected(step.object("out")));
        }
        return new Exchange(step.text("as"), step.text("tr", tr), step.text("path", ""), step.object("headers").values(), in,
            step.whole("times", 1), parseExpected(step.object("out")));
    }

    static Expected parseExpected(YamlFile out) {
        out.only("status", "headers", "body", "has", "rows", "refused");
        Map<String, Object> body = out.has("refused") ? Refusal.body(out.list("refused")) : out.object("body").values();
        return new Expected(out.whole("status", 200), out.object("headers").values(), body, out.object("has").values(),
            out.object("rows").values());
    }
}
