package dungeon.platform.process;

import static dungeon.platform.config.CommonSettings.LOG_FORMAT;
import static dungeon.platform.config.CommonSettings.LOG_LEVEL;

import dungeon.platform.config.CommonSettings;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** Chooses how a service logs. It has to come before the first logger, which reads the choice. */
final class LogSetup {
    private static final String LOGBACK = "logback.configurationFile";

    private LogSetup() {}

    /** Whoever starts the JVM with a configuration of his own has the last word. */
    static void apply(Map<String, String> texts) {
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(
                    LOGBACK,
                    "dungeon/platform/process/logback-%s.xml"
                            .formatted(choice(texts, LOG_FORMAT).toLowerCase(Locale.ROOT)));
        }
        System.setProperty("dungeon." + LOG_LEVEL, choice(texts, LOG_LEVEL).toUpperCase(Locale.ROOT));
    }

    /** Read by hand: Kafka's reader of settings logs. */
    private static String choice(Map<String, String> texts, String name) {
        ConfigDef.ConfigKey key = CommonSettings.definition().configKeys().get(name);
        String text = texts.getOrDefault(name, "").strip();
        String choice = text.isEmpty() ? key.defaultValue.toString() : text;
        key.validator.ensureValid(name, choice);
        return choice;
    }
}
