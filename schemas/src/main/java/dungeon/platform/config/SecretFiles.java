package dungeon.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;

/** Values that stand in files, so that they are in no environment: {@code owner.password.file} names the file with {@code owner.password}. */
public final class SecretFiles {
    private static final String FILE = ".file";
    private static final String ENVIRONMENT_FILE = "_FILE";

    /** Settings of ours that end in the same way, and want a path; services that do not know them may be given them too. */
    private static final Set<String> OWN_PATHS = Set.of("administrator.token.file");

    /** With Kafka's. */
    private static final Set<String> PATHS = paths();

    private SecretFiles() {}

    /**
     * Environment variables of a prefix with the values that stand in files, under the names of the values.
     *
     * @throws ConfigException if a file cannot be read, or a value is given in both ways
     */
    public static Map<String, String> ofEnvironment(String prefix, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        environment.forEach((name, path) -> {
            if (name.startsWith(prefix)
                    && name.endsWith(ENVIRONMENT_FILE)
                    && !isPath(dotted(name))
                    && !path.isBlank()) {
                String value = name.substring(0, name.length() - ENVIRONMENT_FILE.length());
                values.put(value, read(name, value, path, environment));
            }
        });
        return values;
    }

    /** The same settings with the values in the place of the files. */
    static Map<String, String> resolved(Map<String, String> texts) {
        Map<String, String> resolved = new HashMap<>();
        texts.forEach((name, text) -> {
            if (!name.endsWith(FILE) || isPath(name)) {
                resolved.put(name, text);
            } else if (!text.isBlank()) {
                String value = name.substring(0, name.length() - FILE.length());
                resolved.put(value, read(name, value, text, texts));
            }
        });
        return resolved;
    }

    private static String read(String name, String value, String path, Map<String, String> texts) {
        if (!texts.getOrDefault(value, "").isBlank()) {
            throw new ConfigException("Both %s and %s are set; set one of them".formatted(value, name));
        }
        try {
            return Files.readString(Path.of(path.strip())).stripTrailing();
        } catch (IOException e) {
            throw new ConfigException("%s names the file %s, which cannot be read: %s".formatted(name, path, e));
        }
    }

    /** Whether a setting whose name ends as those of secrets do wants a path. */
    public static boolean isPath(String name) {
        return PATHS.stream().anyMatch(name::endsWith);
    }

    private static String dotted(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static Set<String> paths() {
        Set<String> names = new TreeSet<>(ProducerConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        names.removeIf(name -> !name.endsWith(FILE));
        names.addAll(OWN_PATHS);
        return names;
    }
}
