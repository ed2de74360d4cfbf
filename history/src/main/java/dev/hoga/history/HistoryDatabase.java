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
    /** SQLite's codes for a file that is malformed, or no database. */
    private static final int CORRUPT = 11;
    private static final int NO_DATABASE = 26;
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

    /** Whether it is a file of our own, which nobody else looks after. */
    boolean isFile() {
        return url.startsWith(SQLITE);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, settings);
    }

    /** Brings the schema up to this release. */
    void migrate() {
        Flyway.configure(HistoryDatabase.class.getClassLoader()).dataSource(url, null, null)
            .locations(MIGRATIONS).loggers("slf4j").load().migrate();
    }

    /** Whether SQLite says that the file is not a sound database. */
    static boolean isDamage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (sql.getErrorCode() == CORRUPT || sql.getErrorCode() == NO_DATABASE)) {
                return true;
            }
        }
        return false;
    }

    /** The address without what follows a question mark, which can hold a password. */
    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
