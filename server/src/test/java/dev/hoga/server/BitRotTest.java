package dev.hoga.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BitRotTest {
    record Spot(String what, Path file, long offset) { }

    @Test
    void scan() throws Exception {
        try (var server = ServerProcess.start("--limits", "off")) {
            OrderCrowd crowd = OrderCrowd.open(server, 8, 3);
            crowd.run(); crowd.awaitAcknowledged(300, server.child()::alive); crowd.stop();
            server.control().post("/snapshot", Map.of());
            crowd.run(); crowd.awaitAcknowledged(crowd.acknowledged() + 300, server.child()::alive); 
            server.kill(); crowd.awaitEnd();
            Witness good;
            try (var c = FolderCopy.of(server.data())) { good = c.read(); }
            System.out.println("good " + good.hash());
            List<Spot> spots = new ArrayList<>();
            Path epoch = server.data().resolve("epoch-1");
            try (var all = Files.walk(epoch)) {
                for (Path f : all.filter(Files::isRegularFile).sorted().toList()) {
                    System.out.println(epoch.relativize(f) + " " + Files.size(f));
                    if (f.toString().endsWith(".rec")) {
                        byte[] b = Files.readAllBytes(f);
                        var buf = ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN);
                        int at = 0, n = 0; List<int[]> frames = new ArrayList<>();
                        while (at < b.length && buf.getInt(at) > 0) { frames.add(new int[]{at, buf.getInt(at)}); at += (buf.getInt(at) + 31) & ~31; }
                        System.out.println("  frames " + frames.size() + " end " + at);
                        int strad = 0;
                        for (int i = 0; i < frames.size(); i++) {
                            int[] fr = frames.get(i);
                            boolean s = fr[0] / 4096 != (fr[0] + fr[1] - 1) / 4096;
                            if (s && strad++ % 12 == 5) spots.add(new Spot("straddling frame " + i + " of " + frames.size() + " payload", f, fr[0] + 40));
                            if (i % (frames.size() / 4 + 1) == frames.size() / 8) { spots.add(new Spot("frame " + i + " of " + frames.size() + " payload", f, fr[0] + 40)); spots.add(new Spot("frame " + i + " length", f, fr[0])); spots.add(new Spot("frame " + i + " type", f, fr[0] + 6)); }
                        }
                        int[] last = frames.getLast();
                        spots.add(new Spot("last frame payload", f, last[0] + 36));
                        spots.add(new Spot("behind the last frame", f, at + 100));
                    } else if (Files.size(f) > 0) {
                        byte[] b = Files.readAllBytes(f);
                        int k = 0;
                        for (int i = 0; i < b.length; i++) if (b[i] != 0 && k++ % 40 == 7 && k < 600) spots.add(new Spot("byte", f, i));
                    }
                }
            }
            for (Spot s : spots) {
                try (var c = FolderCopy.of(server.data())) {
                    Path f = c.path().resolve(server.data().relativize(s.file));
                    try (var r = new RandomAccessFile(f.toFile(), "rw")) { r.seek(s.offset); int v = r.read(); r.seek(s.offset); r.write(v ^ 0x10); }
                    String outcome;
                    long t = System.nanoTime();
                    try { Witness w = c.read(); outcome = w.equals(good) ? "SAME" : w.hash().equals(good.hash()) ? "HASH SAME, WITNESS DIFFERS" : "!!!! DIFFERENT " + w.hash() + " orders " + w.orders().size() + " of " + good.orders().size(); }
                    catch (Throwable e) { outcome = "refused: " + e; }
                    System.out.printf("%s %s @%d: %s (%d ms)%n", f.getFileName(), s.what, s.offset, outcome, (System.nanoTime() - t) / 1_000_000);
                }
            }
        }
    }
}
