package dev.hoga.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** A plain TCP connection to the server: sends exactly the bytes it is given and shows exactly the bytes that come back. */
final class RawConnection implements AutoCloseable {
    /** The longest wait for the next byte; the server's own limits are shorter. */
    static final int READ_TIMEOUT_MS = 30_000;
    private static final int MAX_LINE_BYTES = 16 * 1024;
    static final int SWITCHING_PROTOCOLS = 101;
    private static final int OPCODE = 0xF;
    private static final int SHORT_LENGTH = 126;

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(READ_TIMEOUT_MS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static RawConnection open(int port) throws IOException {
        return new RawConnection(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** A header line, spelled as on the wire. */
    record Header(String name, String value) {
    }

    /** An answer; header names and order as on the wire. */
    record Answer(int status, List<Header> headers, byte[] body) {
        /** The value of the header with exactly this spelling, or an empty string. */
        String header(String spelling) {
            return headers.stream().filter(header -> header.name().equals(spelling)).map(Header::value).findFirst().orElse("");
        }

        String text() {
            return new String(body, UTF_8);
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a request with a Content-Length and reads its answer. @param head lines before it, the request line first */
    Answer exchange(List<String> head, byte[] body) throws IOException {
        send(request(head, body));
        return read();
    }

    /** The bytes of a request. */
    static byte[] request(List<String> head, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join("\r\n", head) + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** Reads one answer. @throws EOFException where the server closed instead */
    Answer read() throws IOException {
        String[] words = line().split(" ", 3);
        if (words.length < 2 || !words[0].equals("HTTP/1.1")) {
            throw new IOException("not an answer: " + String.join(" ", words));
        }
        var headers = new ArrayList<Header>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        var head = new Answer(Integer.parseInt(words[1]), headers, new byte[0]);
        if (head.status() == SWITCHING_PROTOCOLS) {
            return head;
        }
        byte[] body = in.readNBytes(Integer.parseInt(head.header("Content-Length")));
        return new Answer(head.status(), List.copyOf(headers), body);
    }

    /** Sends a whole WebSocket frame, masked. */
    void sendFrame(int opcode, byte[] payload) throws IOException {
        send(WireFrame.whole(opcode, payload));
    }

    /** Reads the payload of one WebSocket frame. @throws EOFException where the server ended instead */
    byte[] readFrame() throws IOException {
        return nextFrame().payload();
    }

    /** A frame of the server; the server sends no fragments and no mask. */
    record Frame(int opcode, byte[] payload) {
    }

    /** Reads one WebSocket frame of less than 64 KiB. @throws EOFException where the server ended instead */
    Frame nextFrame() throws IOException {
        int first = in.read();
        int length = in.read();
        if (length < 0) {
            throw new EOFException("closed by the server");
        }
        if (length == SHORT_LENGTH) {
            length = in.read() << 8 | in.read();
        }
        return new Frame(first & OPCODE, in.readNBytes(length));
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed by the server");
            }
            if (line.size() == MAX_LINE_BYTES) {
                throw new IOException("endless line");
            }
            line.write(b);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    /** Ends the sending side and keeps reading. */
    void finishSending() throws IOException {
        socket.shutdownOutput();
    }

    /** Waits until the server has closed; throws away what it still says. */
    void awaitClose() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            // A reset is an end, too: the server had unread bytes of ours.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
