package dungeon.platform.process;

import dungeon.platform.config.CommonSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Chooses how a service logs. It has to come before the first logger, which reads the choice; Kafka's definitions of settings have one. */
public final class LogSetup {
    private static final String LOGBACK = "logback.configurationFile";
    private static final String LEVEL = "dungeon.log.level";

    private static final List<String> FORMATS = List.of(CommonSettings.PLAIN, CommonSettings.JSON);
    private static final List<String> LEVELS = List.of("INFO", "ERROR", "WARN", "DEBUG", "TRACE");

    private LogSetup() {}

    /**
     * Only what is not chosen yet: whoever starts the JVM with a configuration of his own has the last word.
     *
     * @throws ConfigException if there is no such format or level
     */
    public static void apply(Map<String, String> texts) {
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(
                    LOGBACK,
                    "dungeon/platform/process/logback-%s.xml"
                            .formatted(choice(texts, CommonSettings.LOG_FORMAT, FORMATS)));
        }
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, choice(texts, CommonSettings.LOG_LEVEL, LEVELS));
        }
    }

    /** The first is the default. */
    private static String choice(Map<String, String> texts, String name, List<String> choices) {
        String text = texts.getOrDefault(name, "").strip();
        return text.isEmpty()
                ? choices.get(0)
                : choices.stream()
                        .filter(choice -> choice.equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new ConfigException(
                                "%s must be one of %s, and is %s".formatted(name, String.join(", ", choices), text)));
    }
}
