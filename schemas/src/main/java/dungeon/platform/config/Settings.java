package dungeon.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The settings of a service, read by their definition. What that does not define is for the Kafka clients and serdes. */
public final class Settings {
    private static final String ENVIRONMENT_PREFIX = "DUNGEON_";

    private final AbstractConfig values;
    private final Map<String, String> others = new HashMap<>();

    /**
     * Reads texts; what is missing or blank has the default of the definition.
     *
     * @throws ConfigException if a value cannot be right, naming its key
     */
    public Settings(ConfigDef definition, Map<String, String> texts) {
        Map<String, String> defined = new HashMap<>();
        texts.forEach((name, text) -> {
            if (!definition.names().contains(name)) {
                others.put(name, text);
            } else if (!text.isBlank()) {
                defined.put(name, text);
            }
        });
        values = new AbstractConfig(definition, defined, false);
    }

    /**
     * The texts for a process: those of the properties file that is its only argument, if one is, and of environment variables such as
     * {@code DUNGEON_HTTP_PORT} for {@code http.port}, which win.
     *
     * @throws IOException if the file cannot be read
     */
    public static Map<String, String> texts(String[] arguments, Map<String, String> environment) throws IOException {
        Properties file = new Properties();
        if (arguments.length > 0) {
            try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
                file.load(reader);
            }
        }
        Map<String, String> texts = new HashMap<>();
        file.stringPropertyNames().forEach(name -> texts.put(name, file.getProperty(name)));
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                String key = name.substring(ENVIRONMENT_PREFIX.length()).toLowerCase(Locale.ROOT);
                texts.put(key.replace('_', '.'), value);
            }
        });
        return texts;
    }

    public String text(String name) {
        return values.getString(name);
    }

    public int number(String name) {
        return values.getInt(name);
    }

    public long bigNumber(String name) {
        return values.getLong(name);
    }

    /** What stands between commas. */
    public List<String> list(String name) {
        return values.getList(name);
    }

    /** What the definition does not know. */
    public Map<String, String> others() {
        return Map.copyOf(others);
    }
}
