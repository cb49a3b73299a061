package dungeon.statetopics;

import dungeon.platform.config.Settings;
import dungeon.platform.operator.OperatorSettings;
import dungeon.platform.streams.runtime.ReadSideConfig;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the application, by the names that {@link Settings#texts} reads.
 *
 * @param httpHost {@code http.host}: the address on which operators see how it is
 * @param httpPort {@code http.port}: the port; 0 for any that is free
 * @param reading those that it shares with other applications that read events
 */
public record StateTopicsConfig(String httpHost, int httpPort, ReadSideConfig reading) {
    /** Copies of state are looked at by people and programs a few times a second. */
    private static final long COMMIT_INTERVAL_MS = 200;

    /** A map of 200 x 200 tiles is published at once, and packed it is a twentieth. */
    private static final int LINGER_MS = 20;

    private static final int OPERATOR_PORT = 9405;

    private static final ConfigDef DEFINITION = OperatorSettings.define(
            ReadSideConfig.define(new ConfigDef(), ".dungeon/state-topics", COMMIT_INTERVAL_MS), OPERATOR_PORT);

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one cannot be right
     */
    public static StateTopicsConfig from(Map<String, String> texts) {
        Settings settings = new Settings(DEFINITION, texts);
        return new StateTopicsConfig(
                settings.text(OperatorSettings.HOST),
                settings.number(OperatorSettings.PORT),
                ReadSideConfig.of(settings));
    }

    /** The settings with their defaults and reasons. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** The settings of every Kafka client and of the serdes. */
    Map<String, Object> clientSettings() {
        return reading.clientSettings();
    }

    /** The settings of Kafka Streams. */
    Properties streamsSettings() {
        return reading.streamsSettings(StateTopicsTopology.APPLICATION_ID, LINGER_MS);
    }
}
