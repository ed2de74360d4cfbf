package dev.hoga.server;

import dev.hoga.catalogue.TrSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one TR must do, as a file: {@code conformance/README.md} beside the files tells the format.
 *
 * @param broker whose TR it is
 * @param tr     the TR's key in the contract
 * @param proves the level that the TR has when every case passes
 * @param usual  fields of its requests that no step need repeat, in whatever script
 * @param cases  in the order of the file
 */
record ConformanceScript(Dialect broker, String tr, int proves, Map<String, Object> usual, List<Case> cases) {

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
     * @param tr      the TR as a client of the broker names it
     * @param path    the address; empty for the TR's own
     * @param headers more request headers, or others in place of the usual ones; null leaves one out
     * @param in      the body, or the query of a GET
     * @param times   how often it is sent; each answer must be as expected
     */
    record Exchange(String as, String tr, String path, Map<String, Object> headers, Map<String, Object> in, int times, Expected out)
        implements Step {

        /** Sent by nobody who is known, with the usual headers; nothing is said of the answer. */
        static Exchange of(String tr, Map<String, Object> in) {
            return new Exchange(Dialect.NOBODY, tr, "", Map.of(), in, 1, new Expected(200, Map.of(), Map.of(), Map.of(), Map.of(), Map.of()));
        }
    }

    /**
     * Something done on a socket.
     *
     * @param socket    the session's name; it is opened where it is named first
     * @param as        account and environment whose key opens it
     * @param registers items or keys by type or TR; each must be acknowledged
     * @param says      a message; empty for none
     * @param hears     in this order for each type, TR and for answers
     */
    record Talk(String socket, String as, Map<String, Object> registers, Map<String, Object> says, List<Hearing> hears) implements Step {
    }

    /**
     * One thing that must be heard.
     *
     * @param kind   the type or TR, {@link Feed#ANSWER} or {@link Feed#ENDED}
     * @param around a part of what stands around the values
     * @param values a part of the values, or all of them
     * @param refused the number of an error and the values of its text; empty where the answer is none
     */
    record Hearing(String kind, Map<String, Object> around, Map<String, Object> values, boolean all, List<?> refused) {
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
     * @param contains a part of one of the rows of a list of the body, by its name
     */
    record Expected(int status, Map<String, Object> headers, Map<String, Object> body, Map<String, Object> has, Map<String, Object> rows,
        Map<String, Object> contains) {
    }

    /** The clock where a case says nothing: a Friday in continuous trading. */
    static final OffsetDateTime USUAL_CLOCK = OffsetDateTime.parse("2026-11-20T10:00:00+09:00");

    /** Reads every script of a folder, in which each broker has one of its own; sorted by TR. */
    static List<ConformanceScript> readAll(Path folder) throws IOException {
        var read = new ArrayList<ConformanceScript>();
        for (Dialect broker : Dialect.all()) {
            Path own = folder.resolve(broker.contract().broker().folder());
            try (Stream<Path> files = Files.walk(own)) {
                for (Path script : files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
                    read.add(parse(broker, own.relativize(script).toString(), YamlFile.read(script)));
                }
            }
        }
        return List.copyOf(read);
    }

    private static ConformanceScript parse(Dialect broker, String name, YamlFile file) {
        file.only("tr", "about", "proves", "usual", "cases");
        String tr = file.text("tr");
        if (!name.equals(tr + ".yaml")) {
            throw new IllegalArgumentException(name + " is about " + tr);
        }
        return new ConformanceScript(broker, tr, file.whole("proves", 0), file.object("usual").values(),
            file.objects("cases").stream().map(one -> parseCase(broker, tr, one)).toList());
    }

    private static Case parseCase(Dialect broker, String tr, YamlFile one) {
        one.only("condition", "clock", "given", "steps");
        YamlFile given = one.object("given").only("stocks", "accounts", "book");
        return new Case(one.text("condition"),
            one.has("clock") ? OffsetDateTime.parse(one.text("clock")) : USUAL_CLOCK,
            named(given.object("stocks")), named(given.object("accounts")), given.objects("book"),
            one.objects("steps").stream().map(step -> parseStep(broker, tr, step)).toList());
    }

    /** The objects of an object, each with its name as the field {@code as}. */
    private static List<YamlFile> named(YamlFile objects) {
        return objects.values().keySet().stream().map(name -> {
            var values = new LinkedHashMap<>(objects.object(name).values());
            values.put("as", name);
            return new YamlFile(objects.where() + "/" + name, values);
        }).toList();
    }

    private static Step parseStep(Dialect broker, String scriptTr, YamlFile step) {
        if (step.has("socket")) {
            return parseTalk(step);
        }
        step.only("as", "tr", "path", "headers", "control", "in", "times", "out");
        Map<String, Object> in = step.object("in").values();
        String tr = step.text("tr", scriptTr);
        Expected out = parseExpected(broker, broker.find(tr), step.object("out"));
        if (step.has("control")) {
            String[] words = step.text("control").split(" ");
            return new Control(words[0], words[1], in, out);
        }
        return new Exchange(step.text("as"), tr, step.text("path", ""), step.object("headers").values(), in, step.whole("times", 1), out);
    }

    private static Step parseTalk(YamlFile step) {
        step.only("socket", "as", "registers", "says", "hears");
        return new Talk(step.text("socket"), step.text("as", ""), step.object("registers").values(), step.object("says").values(),
            step.objects("hears").stream().map(ConformanceScript::parseHearing).toList());
    }

    private static Hearing parseHearing(YamlFile one) {
        one.only("push", "around", "values", "all", "answer", "refused", "ended");
        if (one.has("push")) {
            boolean all = one.has("all");
            return new Hearing(one.text("push"), one.object("around").values(), one.object(all ? "all" : "values").values(), all, List.of());
        }
        if (one.has("ended")) {
            return new Hearing(Feed.ENDED, Map.of(), Map.of("how", one.text("ended")), false, List.of());
        }
        return new Hearing(Feed.ANSWER, Map.of(), one.object("answer").values(), false, one.list("refused"));
    }

    /** What an answer to a TR of a broker must be. @param tr empty where there is none such */
    static Expected parseExpected(Dialect broker, Optional<TrSpec> tr, YamlFile out) {
        out.only("status", "headers", "body", "has", "rows", "contains", "refused");
        var refusal = out.has("refused") ? broker.refusal(tr, out.list("refused")) : new Refusal(200, out.object("body").values());
        return new Expected(out.whole("status", refusal.status()), out.object("headers").values(), refusal.body(),
            out.object("has").values(), out.object("rows").values(), out.object("contains").values());
    }
}
