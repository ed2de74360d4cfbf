package dev.hoga.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The numbered errors of one broker, and Kiwoom's classes and rejections. Immutable. */
public final class ErrorTable {

    private static final int HTTP_OK = 200;

    private final Broker broker;
    private final Map<Integer, String> classTexts;
    private final Map<String, ErrorEntry> entries = new LinkedHashMap<>();
    private final Map<String, Rejection> rejections = new LinkedHashMap<>();

    ErrorTable(
        final Broker broker, final Map<Integer, String> classTexts, final List<ErrorEntry> entries, final List<Rejection> rejections) {
        this.broker = broker;
        this.classTexts = new LinkedHashMap<>(classTexts);
        entries.forEach(entry -> this.entries.put(entry.code(), entry));
        rejections.forEach(rejection -> this.rejections.put(rejection.code(), rejection));
    }

    /** The error with a number; throws {@link NoSuchElementException} when the broker has none such. */
    public ErrorEntry error(final String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException(broker + " has no error " + code));
    }

    /** The error with a number. */
    public Optional<ErrorEntry> find(final String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** All errors, in the order of the file. */
    public Collection<ErrorEntry> errors() {
        return List.copyOf(entries.values());
    }

    /** Kiwoom's general text of a return_code, for example {@code 입력 값 오류입니다} for 2; empty when none is known. */
    public String classText(final int returnCode) {
        return classTexts.getOrDefault(returnCode, "");
    }

    /** Kiwoom's general texts by return_code. */
    public Map<Integer, String> classTexts() {
        return Collections.unmodifiableMap(classTexts);
    }

    /** Kiwoom's refusal with a number; throws {@link NoSuchElementException} when there is none such. */
    public Rejection rejection(final String code) {
        final Rejection rejection = rejections.get(code);
        if (rejection == null) {
            throw new NoSuchElementException(broker + " has no rejection " + code);
        }
        return rejection;
    }

    /** All refusals, in the order of the file; empty for KIS. */
    public Collection<Rejection> rejections() {
        return List.copyOf(rejections.values());
    }

    /**
     * The complete error: for Kiwoom {@code <class text>[<code>:<detail>]} (behaviour measured on the wire), for KIS the text alone.
     *
     * @throws NoSuchElementException   for an unknown number
     * @throws IllegalArgumentException when the values do not fit the placeholders
     */
    public ErrorReply reply(final String code, final Object... args) {
        final ErrorEntry entry = error(code);
        final String detail = entry.format(args);
        final boolean classed = broker == Broker.KIWOOM && entry.source().equals("rest");
        final String message = classed ? classText(entry.returnCode()) + '[' + code + ':' + detail + ']' : detail;
        return new ErrorReply(code, entry.httpStatus(), entry.returnCode(), message);
    }

    /** The complete refusal of an order or account call: HTTP 200, return_code 20. Throws like {@link #reply}. */
    public ErrorReply rejectionReply(final String code, final Object... args) {
        return new ErrorReply(code, HTTP_OK, Rejection.RETURN_CODE, rejection(code).message(args));
    }

    /** The answer to a request that breaks the contract. */
    public ErrorReply reply(final Violation violation) {
        return reply(violation.code(), violation.args().toArray());
    }
}
