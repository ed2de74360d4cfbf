package dev.hoga.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;

/**
 * Sets up logging in code, because reading logback's XML costs a tenth of a second at every start. A server logs to files
 * in its data folder, four of four megabytes at most, and warnings to standard error as well.
 */
public final class LogFiles extends ContextAwareBase implements Configurator {
    private static final String FOLDER_PROPERTY = "hoga.log.folder";
    private static final long MAX_FILE_BYTES = 4L << 20;
    private static final int OLD_FILES = 3;
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} - %msg%n";

    /** Where logs of this process go; said before the first logger is asked for. */
    static void writeTo(Path folder) {
        System.setProperty(FOLDER_PROPERTY, folder.toString());
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("dev.hoga").setLevel(Level.INFO);
        root.addAppender(console(context));
        String folder = System.getProperty(FOLDER_PROPERTY, "");
        if (!folder.isEmpty()) {
            root.addAppender(files(context, folder));
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder(context));
        console.addFilter(new WarningsOnly());
        console.start();
        return console;
    }

    private static RollingFileAppender<ILoggingEvent> files(LoggerContext context, String folder) {
        var files = new RollingFileAppender<ILoggingEvent>();
        files.setContext(context);
        files.setFile(folder + "/hoga.log");
        files.setEncoder(encoder(context));
        var window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(files);
        window.setFileNamePattern(folder + "/hoga.%i.log");
        window.setMinIndex(1);
        window.setMaxIndex(OLD_FILES);
        window.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(MAX_FILE_BYTES));
        size.start();
        files.setRollingPolicy(window);
        files.setTriggeringPolicy(size);
        files.start();
        return files;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }
}
