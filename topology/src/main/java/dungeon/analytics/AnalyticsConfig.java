package dungeon.analytics;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dungeon.platform.config.Settings;
import dungeon.platform.streams.runtime.ReadSideConfig;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of the application, by the names that {@link Settings#texts} reads.
 *
 * @param httpHost {@code http.host}: the address that the HTTP server binds to
 * @param httpPort {@code http.port}: its port; 0 for any that is free
 * @param allowedOrigins {@code http.allowed.origins}: sites whose pages may ask, with commas between; {@code *} for all
 * @param applicationServer {@code application.server}: host:port under which the other instances reach this one; empty for where it listens
 * @param reading those that it shares with other applications that read events
 */
public record AnalyticsConfig(
        String httpHost, int httpPort, String allowedOrigins, String applicationServer, ReadSideConfig reading) {

    /** Windows are of minutes; stores are read as they are, before a commit too. */
    private static final long COMMIT_INTERVAL_MS = 1_000;

    /** Nobody waits for what is partitioned anew, and most of it is small. */
    private static final int LINGER_MS = 50;

    private static final ConfigDef DEFINITION = ReadSideConfig.define(
                    new ConfigDef(), ".dungeon/analytics", COMMIT_INTERVAL_MS)
            .define(
                    "http.host",
                    STRING,
                    "127.0.0.1",
                    HIGH,
                    "The address that the HTTP server binds to; 0.0.0.0 in a container.")
            .define("http.port", INT, 8085, between(0, 65_535), HIGH, "Its port; 0 for any that is free.")
            .define(
                    "http.allowed.origins",
                    STRING,
                    "*",
                    LOW,
                    "Sites whose pages may ask, with commas between them; * for all, since nothing here is secret.")
            .define(
                    "application.server",
                    STRING,
                    "",
                    HIGH,
                    "host:port under which the other instances reach this one; blank for where it listens.");

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one cannot be right
     */
    public static AnalyticsConfig from(Map<String, String> texts) {
        Settings settings = new Settings(DEFINITION, texts);
        return new AnalyticsConfig(
                settings.text("http.host"),
                settings.number("http.port"),
                settings.text("http.allowed.origins"),
                settings.text("application.server"),
                ReadSideConfig.of(settings));
    }

    /** The settings with their defaults and reasons. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** The settings of every Kafka client and of the serdes. */
    public Map<String, Object> clientSettings() {
        return reading.clientSettings();
    }

    /**
     * The settings of Kafka Streams.
     *
     * @param self host:port under which the other instances reach this one
     */
    public Properties streamsSettings(String self) {
        Properties settings = reading.streamsSettings(AnalyticsTopology.APPLICATION_ID, LINGER_MS);
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self);
        return settings;
    }
}
