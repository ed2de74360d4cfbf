package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Frames that break the WebSocket protocol, or keep it in an unusual way, whichever broker is meant. The reactions are those of RFC 6455,
 * of Kiwoom's measured limit (1009 above 65,536 bytes) and of what both brokers speak: text alone.
 */
final class SocketMutants {
    private static final int MOST_BYTES = 65_536;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int UNSUPPORTED = 1003;
    private static final int BAD_TEXT = 1007;
    private static final int TOO_BIG = 1009;
    private static final int LONGEST_CONTROL = 125;
    private static final int[] RESERVED_OPCODES = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15};
    private static final int[] NO_STATUS = {0, 999, 1004, 1005, 1006, 1100, 2999};
    private static final int[] STATUS = {1000, 1001, 1003, 1008, 1011, 3000, 4999};

    private final SplittableRandom random;
    private final String text;
    private final Object answer;

    /** @param text a message that changes nothing @param answer what it is answered */
    SocketMutants(SplittableRandom random, String text, Object answer) {
        this.random = random;
        this.text = text;
        this.answer = answer;
    }

    /** One of each kind. */
    List<SocketAttempt> all() {
        var all = new ArrayList<>(List.of(inFragments(), pings(), binary(), fragmentedBinary(), tooLarge(), tooLargeInFragments(),
            declaredTooLarge(), continuesNothing(), textWithinText(), fragmentedControl(), longControl(), reservedOpcode(), reservedBit(),
            unmasked(), badText(), badTextAcrossFragments(), halfStatus(), noStatus(), goodbye(), emptyGoodbye()));
        return all;
    }

    private byte[] noise(int most) {
        byte[] noise = new byte[random.nextInt(most)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] letters(int count) {
        byte[] letters = new byte[count];
        Arrays.fill(letters, (byte) 'a');
        return letters;
    }

    private int one(int[] of) {
        return of[random.nextInt(of.length)];
    }

    private SocketAttempt inFragments() {
        byte[] message = text.getBytes(UTF_8);
        int first = random.nextInt(message.length);
        int second = first + random.nextInt(message.length - first);
        byte[] ping = noise(LONGEST_CONTROL);
        return SocketAttempt.answered("fragments with a ping between them", WireFrame.joined(
            WireFrame.part(WireFrame.TEXT, Arrays.copyOf(message, first)),
            WireFrame.whole(WireFrame.PING, ping),
            WireFrame.part(WireFrame.CONTINUATION, Arrays.copyOfRange(message, first, second)),
            WireFrame.whole(WireFrame.CONTINUATION, Arrays.copyOfRange(message, second, message.length))),
            SocketAttempt.pong(ping), answer);
    }

    private SocketAttempt pings() {
        byte[] ping = noise(LONGEST_CONTROL);
        return SocketAttempt.answered("a ping, and pongs that nobody asked for", WireFrame.joined(WireFrame.whole(WireFrame.PONG, noise(LONGEST_CONTROL)),
            WireFrame.whole(WireFrame.PING, ping), WireFrame.whole(WireFrame.PONG, new byte[0])), SocketAttempt.pong(ping));
    }

    private static SocketAttempt closed(String name, byte[] bytes, int status) {
        return SocketAttempt.ended(name, bytes, SocketAttempt.closed(status));
    }

    private SocketAttempt binary() {
        return closed("binary", WireFrame.whole(WireFrame.BINARY, noise(2_000)), UNSUPPORTED);
    }

    private SocketAttempt fragmentedBinary() {
        return closed("binary in fragments", WireFrame.part(WireFrame.BINARY, noise(2_000)), UNSUPPORTED);
    }

    private SocketAttempt tooLarge() {
        return closed("too large", WireFrame.whole(WireFrame.TEXT, letters(MOST_BYTES + 1 + random.nextInt(20_000))), TOO_BIG);
    }

    private SocketAttempt tooLargeInFragments() {
        int part = MOST_BYTES / 2 + random.nextInt(MOST_BYTES / 2);
        return closed("too large in fragments", WireFrame.joined(WireFrame.part(WireFrame.TEXT, letters(part)),
            WireFrame.part(WireFrame.CONTINUATION, letters(part)), WireFrame.whole(WireFrame.CONTINUATION, letters(2))), TOO_BIG);
    }

    private SocketAttempt declaredTooLarge() {
        long length = MOST_BYTES + 1 + random.nextLong(1L << 40);
        return closed("said to be too large", WireFrame.head(WireFrame.FINAL | WireFrame.TEXT, true, length), TOO_BIG);
    }

    private SocketAttempt continuesNothing() {
        return closed("a continuation of nothing", WireFrame.whole(WireFrame.CONTINUATION, noise(200)), PROTOCOL_ERROR);
    }

    private SocketAttempt textWithinText() {
        return closed("a text within a text", WireFrame.joined(WireFrame.part(WireFrame.TEXT, letters(random.nextInt(100))), WireFrame.text(text)),
            PROTOCOL_ERROR);
    }

    private SocketAttempt fragmentedControl() {
        return closed("a fragmented control frame", WireFrame.part(random.nextBoolean() ? WireFrame.PING : WireFrame.PONG, noise(100)),
            PROTOCOL_ERROR);
    }

    private SocketAttempt longControl() {
        return closed("a control frame that is too long", WireFrame.whole(WireFrame.PING, letters(LONGEST_CONTROL + 1 + random.nextInt(500))),
            PROTOCOL_ERROR);
    }

    private SocketAttempt reservedOpcode() {
        return closed("a reserved opcode", WireFrame.whole(one(RESERVED_OPCODES), noise(100)), PROTOCOL_ERROR);
    }

    private SocketAttempt reservedBit() {
        int bits = 1 + random.nextInt(7) << 4;
        return closed("a reserved bit", WireFrame.of(WireFrame.FINAL | bits | WireFrame.TEXT, true, noise(100)), PROTOCOL_ERROR);
    }

    private SocketAttempt unmasked() {
        return closed("no mask", WireFrame.of(WireFrame.FINAL | WireFrame.TEXT, false, text.getBytes(UTF_8)), PROTOCOL_ERROR);
    }

    private SocketAttempt badText() {
        byte[] bad = letters(1 + random.nextInt(500));
        bad[random.nextInt(bad.length)] = (byte) 0xFF;
        return closed("no UTF-8", WireFrame.whole(WireFrame.TEXT, bad), BAD_TEXT);
    }

    private SocketAttempt badTextAcrossFragments() {
        byte[] begun = letters(1 + random.nextInt(50));
        begun[begun.length - 1] = (byte) 0xC3;
        return closed("a character that does not go on in the next fragment", WireFrame.joined(WireFrame.part(WireFrame.TEXT, begun),
            WireFrame.whole(WireFrame.CONTINUATION, letters(5))), BAD_TEXT);
    }

    private SocketAttempt halfStatus() {
        return closed("a goodbye with half a status", WireFrame.whole(WireFrame.CLOSE, new byte[] {3}), PROTOCOL_ERROR);
    }

    private SocketAttempt noStatus() {
        return closed("a goodbye with a status that nobody may send", WireFrame.whole(WireFrame.CLOSE, WireFrame.status(one(NO_STATUS))),
            PROTOCOL_ERROR);
    }

    private SocketAttempt goodbye() {
        int status = one(STATUS);
        return closed("a goodbye", WireFrame.whole(WireFrame.CLOSE, WireFrame.status(status)), status);
    }

    private static SocketAttempt emptyGoodbye() {
        return closed("a goodbye without a status", WireFrame.whole(WireFrame.CLOSE, new byte[0]), 0);
    }
}
