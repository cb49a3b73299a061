package dungeon.standalone.machine;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends the logs of all parts to one place. */
public final class Logging {
    private Logging() {}

    /** For commands that use what is running elsewhere: warnings only, among what they say. Has to be called before the first logger is made. */
    public static void toTerminal() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "dungeon/players/logback.xml");
        }
    }

    /** Has to be called before the first logger is made; logging reads these settings once. */
    public static void toFolder(Path folder) {
        System.setProperty("dungeon.logs", folder.toAbsolutePath().toString());
        // Each application brings its own settings for a life in a container; here they share these.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "dungeon/standalone/logback.xml");
        }
        // Spring Boot would otherwise set logging up anew when it starts.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Tomcat logs with the JDK's own means, which would write to the terminal.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
