package dev.hoga.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/**
 * The database that holds history.
 *
 * @param url JDBC address; a password in it is never logged
 * @param settings what each connection is opened with
 */
public record HistoryDatabase(String url, Properties settings) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String MIGRATIONS = "classpath:dev/hoga/history/sql";

    /** An SQLite file in a folder, into which its native library is unpacked as well. */
    public static HistoryDatabase inFolder(Path folder) {
        System.setProperty("org.sqlite.tmpdir", folder.toString());
        var settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        // Entries are forgotten elsewhere once they are written here, so a commit must outlive a power cut.
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("busy_timeout", "5000");
        return new HistoryDatabase(SQLITE + folder.resolve("history.sqlite"), settings);
    }

    /** A database server. @param url such as {@code jdbc:postgresql://host/name?user=hoga} */
    public static HistoryDatabase at(String url) {
        var settings = new Properties();
        settings.setProperty("reWriteBatchedInserts", "true");
        return new HistoryDatabase(url, settings);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, settings);
    }

    /** Brings the schema up to this release. */
    void migrate() {
        Flyway.configure(HistoryDatabase.class.getClassLoader()).dataSource(url, null, null)
            .locations(MIGRATIONS).loggers("slf4j").load().migrate();
    }

    /** The address without what follows a question mark, which can hold a password. */
    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
