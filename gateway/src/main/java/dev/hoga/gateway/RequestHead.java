package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Request line and headers, read strictly (RFC 9112): what two servers could read differently is refused, not repaired. That is
 * why this is not Netty's decoder, which joins folded lines and prefers Transfer-Encoding where both lengths are given.
 */
final class RequestHead {
    private static final int INTS_PER_FIELD = 4;
    private static final int MAX_LENGTH_DIGITS = 10;
    /** Room for what common clients send. */
    private static final int FIRST_FIELDS = 16;

    private final byte[] bytes;
    private int[] fields = new int[FIRST_FIELDS * INTS_PER_FIELD];
    private int fieldCount;
    private String method;
    private String path;
    private String query;
    private boolean http11;
    private long contentLength = -1;
    private boolean chunked;
    private boolean expectsContinue;
    private boolean keepsAlive;

    private RequestHead(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param bytes the whole head with its empty line; every line ends with CR LF, which the caller has seen to */
    static RequestHead parse(byte[] bytes) throws BadRequestException {
        var head = new RequestHead(bytes);
        int lineEnd = head.lineEnd(0);
        head.requestLine(lineEnd);
        for (int from = lineEnd + 2; from < bytes.length - 2; from = lineEnd + 2) {
            lineEnd = head.lineEnd(from);
            head.field(from, lineEnd);
        }
        head.framing();
        return head;
    }

    private int lineEnd(int from) throws BadRequestException {
        for (int i = from; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                return i;
            }
            if (b >= 0 && b < ' ' && b != '\t' || b == 0x7F) {
                throw new BadRequestException(400, "control character in the head");
            }
        }
        throw new BadRequestException(400, "line without end");
    }

    private void requestLine(int end) throws BadRequestException {
        int first = indexOf(' ', 0, end);
        int second = first < 0 ? -1 : indexOf(' ', first + 1, end);
        if (first < 1 || second <= first + 1) {
            throw new BadRequestException(400, "request line");
        }
        for (int i = 0; i < first; i++) {
            if (!isToken(bytes[i])) {
                throw new BadRequestException(400, "method");
            }
        }
        method = text(0, first);
        target(first + 1, second);
        version(second + 1, end);
    }

    private void version(int from, int end) throws BadRequestException {
        String version = text(from, end);
        http11 = version.equals("HTTP/1.1");
        if (!http11 && !version.equals("HTTP/1.0")) {
            throw new BadRequestException(version.startsWith("HTTP/") ? 505 : 400, "version");
        }
    }

    private void target(int from, int end) throws BadRequestException {
        for (int i = from; i < end; i++) {
            if (bytes[i] <= ' ') {
                throw new BadRequestException(400, "target");
            }
        }
        String target = text(from, end);
        if (target.startsWith("http://") || target.startsWith("https://")) {
            int slash = target.indexOf('/', target.indexOf("//") + 2);
            target = slash < 0 ? "/" : target.substring(slash);
        }
        if (!target.startsWith("/")) {
            throw new BadRequestException(400, "target");
        }
        int question = target.indexOf('?');
        path = question < 0 ? target : target.substring(0, question);
        query = question < 0 ? "" : target.substring(question + 1);
    }

    private void field(int from, int end) throws BadRequestException {
        int colon = indexOf(':', from, end);
        if (colon <= from) {
            throw new BadRequestException(400, "header line");
        }
        for (int i = from; i < colon; i++) {
            // A blank here is a folded line or a blank before the colon; both have been used to smuggle.
            if (!isToken(bytes[i])) {
                throw new BadRequestException(400, "header name");
            }
        }
        if (fieldCount == HttpLimits.FIELDS) {
            throw new BadRequestException(431, "too many headers");
        }
        int valueFrom = colon + 1;
        int valueEnd = end;
        while (valueFrom < valueEnd && isBlank(bytes[valueFrom])) {
            valueFrom++;
        }
        while (valueEnd > valueFrom && isBlank(bytes[valueEnd - 1])) {
            valueEnd--;
        }
        int at = fieldCount++ * INTS_PER_FIELD;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, HttpLimits.FIELDS * INTS_PER_FIELD);
        }
        fields[at] = from;
        fields[at + 1] = colon;
        fields[at + 2] = valueFrom;
        fields[at + 3] = valueEnd;
    }

    private void framing() throws BadRequestException {
        int hosts = 0;
        int lengths = 0;
        int codings = 0;
        for (int i = 0; i < fieldCount; i++) {
            if (named(i, "Content-Length")) {
                lengths++;
                contentLength = length(i);
            } else if (named(i, "Transfer-Encoding")) {
                codings++;
                chunked = value(i).equalsIgnoreCase("chunked");
            } else if (named(i, "Host")) {
                hosts++;
            } else if (named(i, "Expect")) {
                expectsContinue = value(i).equalsIgnoreCase("100-continue");
                if (!expectsContinue) {
                    throw new BadRequestException(417, "expectation");
                }
            }
        }
        if (lengths > 1 || codings > 1 || lengths + codings > 1 || codings == 1 && !http11) {
            throw new BadRequestException(400, "more than one length");
        }
        if (codings == 1 && !chunked) {
            throw new BadRequestException(501, "transfer coding");
        }
        if (hosts > 1 || hosts == 0 && http11) {
            throw new BadRequestException(400, "Host");
        }
        String connection = header("Connection");
        keepsAlive = http11 ? !hasWord(connection, "close") : hasWord(connection, "keep-alive");
    }

    private long length(int field) throws BadRequestException {
        String digits = value(field);
        if (digits.isEmpty() || digits.length() > MAX_LENGTH_DIGITS) {
            throw new BadRequestException(digits.isEmpty() ? 400 : 413, "Content-Length");
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                throw new BadRequestException(400, "Content-Length");
            }
        }
        return Long.parseLong(digits);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    boolean http11() {
        return http11;
    }

    /** Bytes of body announced; 0 where no length is given. */
    long contentLength() {
        return Math.max(contentLength, 0);
    }

    boolean chunked() {
        return chunked;
    }

    boolean expectsContinue() {
        return expectsContinue;
    }

    /** Whether the client wants the connection kept. */
    boolean keepsAlive() {
        return keepsAlive;
    }

    String header(String name) {
        int field = find(name);
        return field < 0 ? "" : value(field);
    }

    boolean hasHeader(String name) {
        return find(name) >= 0;
    }

    private int find(String name) {
        for (int i = 0; i < fieldCount; i++) {
            if (named(i, name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean named(int field, String name) {
        int at = field * INTS_PER_FIELD;
        int from = fields[at];
        if (fields[at + 1] - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (lowerCase(bytes[from + i]) != lowerCase((byte) name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String value(int field) {
        int at = field * INTS_PER_FIELD;
        return text(fields[at + 2], fields[at + 3]);
    }

    private String text(int from, int end) {
        return new String(bytes, from, end - from, ISO_8859_1);
    }

    private int indexOf(char wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a list of words between commas has this one, in any case. */
    static boolean hasWord(String list, String word) {
        if (list.indexOf(',') < 0) {
            return list.strip().equalsIgnoreCase(word);
        }
        for (String part : list.split(",")) {
            if (part.strip().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static byte lowerCase(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 'a' - 'A') : b;
    }

    /** Whether a text is a token of HTTP: one or more of the characters that need no quotes. */
    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 0x7F && isToken((byte) c));
    }

    private static boolean isToken(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "!#$%&'*+-.^_`|~".indexOf(b) >= 0;
    }
}
