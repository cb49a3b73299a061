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
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The settings of a service, read by their definition. What that does not define is for the Kafka clients and serdes. */
public final class Settings {
    private static final String ENVIRONMENT_PREFIX = "DUNGEON_";
    private static final String OPTION = "--";
    /** Written out, because Kafka's definitions log, and the texts are read before it is known how. */
    private static final Set<String> COMMON = Set.of(
            CommonSettings.CONFIG, CommonSettings.GAMES_TOPICS, CommonSettings.LOG_FORMAT, CommonSettings.LOG_LEVEL);

    private final AbstractConfig values;
    private final Map<String, String> others = new HashMap<>();

    /**
     * Reads texts; what is missing or blank has the default of the definition, and what {@code .file} is added to stands in the file.
     *
     * @throws ConfigException if a value cannot be right, naming its key
     */
    public Settings(ConfigDef definition, Map<String, String> texts) {
        Map<String, String> defined = new HashMap<>();
        SecretFiles.resolved(texts).forEach((name, text) -> {
            if (definition.names().contains(name)) {
                if (!text.isBlank()) {
                    defined.put(name, text);
                }
            } else if (!COMMON.contains(name)) {
                others.put(name, text);
            }
        });
        values = new AbstractConfig(definition, defined, false);
    }

    /**
     * The texts for a process. Arguments such as {@code --http.port=8081} come before environment variables such as
     * {@code DUNGEON_HTTP_PORT}, and these before the file of properties that {@code --config=} or {@code DUNGEON_CONFIG} names, or an argument
     * that is nothing else.
     *
     * @throws ConfigException if an argument is no setting, or the file cannot be read
     */
    public static Map<String, String> texts(String[] arguments, Map<String, String> environment) {
        Map<String, String> above = ofEnvironment(environment);
        above.putAll(ofArguments(arguments));
        Map<String, String> texts = new HashMap<>();
        String file = above.getOrDefault(CommonSettings.CONFIG, "");
        if (!file.isBlank()) {
            texts.putAll(ofFile(Path.of(file)));
        }
        texts.putAll(above);
        texts.remove(CommonSettings.CONFIG);
        return texts;
    }

    private static Map<String, String> ofEnvironment(Map<String, String> environment) {
        Map<String, String> texts = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                String key = name.substring(ENVIRONMENT_PREFIX.length()).toLowerCase(Locale.ROOT);
                texts.put(key.replace('_', '.'), value);
            }
        });
        return texts;
    }

    private static Map<String, String> ofArguments(String[] arguments) {
        Map<String, String> texts = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (argument.startsWith(OPTION) && equals > OPTION.length()) {
                texts.put(argument.substring(OPTION.length(), equals), argument.substring(equals + 1));
            } else if (argument.startsWith(OPTION) || texts.put(CommonSettings.CONFIG, argument) != null) {
                throw new ConfigException(
                        "%s is no setting; give settings as --name=value, and one file of properties at most"
                                .formatted(argument));
            }
        }
        return texts;
    }

    private static Map<String, String> ofFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("The settings in %s cannot be read: %s".formatted(file, e));
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
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
