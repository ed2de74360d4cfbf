package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running Hoga as its owner sees it: opens accounts, asks for tokens, sets the clock. Not for what is timed. */
final class House implements AutoCloseable {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String JSON = "application/json;charset=UTF-8";
    private static final int LONGEST_HOLIDAYS = 14;

    /** A loopback address of its own: the connections of the load are all that the server takes from one address. */
    private static final InetAddress OTHER_ADDRESS = address("127.0.0.2");

    private final int port;
    private final String controlToken;
    private final HttpClient http;

    /** What an instrument may cost today, in won. */
    record Prices(long baseWon, long lowestWon, long tickWon) {
    }

    House(int port, String controlToken) {
        this.port = port;
        this.controlToken = controlToken;
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(OTHER_ADDRESS).build();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    /** Opens an account with cash and a live Kiwoom key of that name. @return a token of the key */
    String openAccount(String name, long cashWon) throws IOException {
        String appKey = "bench-key-" + name;
        String secret = "bench-secret-" + name;
        control("POST", "/accounts", """
            {"name":"%s","cash":{"KRW":%d},"kiwoom":{"live":{"appkey":"%s","secretkey":"%s"}}}""".formatted(name, cashWon, appKey,
            secret));
        String answer = send(HttpRequest.newBuilder(uri("/oauth2/token")).header("Content-Type", JSON), "POST", """
            {"grant_type":"client_credentials","appkey":"%s","secretkey":"%s"}""".formatted(appKey, secret));
        return text(answer, "token");
    }

    Prices prices(String code) throws IOException {
        String answer = control("GET", "/instruments/" + code, "");
        return new Prices(number(answer, "basePrice"), number(answer, "lowerLimit"), number(answer, "tick"));
    }

    /** Lets the day end, and with it every order, and goes on to the next trading day, while trading is continuous. */
    void nextTradingDay() throws IOException {
        LocalDate today = tradingDate();
        for (int days = 1; days <= LONGEST_HOLIDAYS; days++) {
            String clock = clock("\"set\":\"" + today.plusDays(days) + "T10:00:00+09:00\"");
            if (text(clock, "KRX").equals("CONTINUOUS")) {
                return;
            }
        }
        throw new IOException("no trading day within " + LONGEST_HOLIDAYS + " days of " + today);
    }

    LocalDate tradingDate() throws IOException {
        return LocalDate.parse(text(control("GET", "/clock", ""), "tradingDate"));
    }

    /** As the server writes it: dates and times compare as texts. */
    String marketTime() throws IOException {
        return text(control("GET", "/clock", ""), "marketTime");
    }

    /** Sets the clock. @param change a member of the request @return the clock */
    String clock(String change) throws IOException {
        return control("POST", "/clock", "{" + change + "}");
    }

    String stateHash() throws IOException {
        return text(control("GET", "/state-hash", ""), "hash");
    }

    /** Takes a snapshot now. */
    void snapshot() throws IOException {
        control("POST", "/snapshot", "{}");
    }

    String control(String method, String path, String json) throws IOException {
        return send(HttpRequest.newBuilder(uri("/control" + path)).header("authorization", "Bearer " + controlToken)
            .header("Content-Type", "application/json"), method, json);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String send(HttpRequest.Builder request, String method, String json) throws IOException {
        HttpRequest whole = request.method(method, HttpRequest.BodyPublishers.ofString(json)).build();
        try {
            var answer = http.send(whole, BodyHandlers.ofString(UTF_8));
            if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
                throw new IOException(whole.uri().getPath() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String text(String json, String name) throws IOException {
        return found(json, "\"" + name + "\":\"([^\"]*)\"");
    }

    private static long number(String json, String name) throws IOException {
        return Long.parseLong(found(json, "\"" + name + "\":([0-9]+)"));
    }

    private static String found(String json, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + json);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        http.close();
    }
}
