package dev.hoga.history;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryTest extends HistoryContract {
    @TempDir
    Path folder;

    @Override
    HistoryDatabase database() {
        return HistoryDatabase.inFolder(folder);
    }
}
