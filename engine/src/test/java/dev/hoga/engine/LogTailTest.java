package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    Path archive;

    @Test
    void writesTheLastFileOfARecordingAgainAndChangesNothing() throws IOException {
        byte[] content = new byte[200_001];
        new Random(20_261_120).nextBytes(content);
        Arrays.fill(content, 70_000, 190_000, (byte) 0);
        Path last = write("0-131072.rec", content);
        Path earlier = write("0-65536.rec", content);
        LogTail.writeAgain(archive);
        assertArrayEquals(content, Files.readAllBytes(last));
        assertTrue(Files.getLastModifiedTime(last).compareTo(LONG_AGO) > 0, "it was written");
        assertEquals(LONG_AGO, Files.getLastModifiedTime(earlier));
    }

    @Test
    void leavesHolesAlone() throws IOException {
        Path hole = write("1-0.rec", new byte[300_000]);
        LogTail.writeAgain(archive);
        assertEquals(LONG_AGO, Files.getLastModifiedTime(hole));
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = Files.write(archive.resolve(name), content);
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }
}
