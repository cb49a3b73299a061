package dungeon.statetopics;

import dungeon.platform.config.Settings;
import dungeon.platform.streams.runtime.ReadSideConfig;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the application, by the names that {@link Settings#texts} reads.
 *
 * @param reading all of them
 */
public record StateTopicsConfig(ReadSideConfig reading) {
    /** Copies of state are looked at by people and programs a few times a second. */
    private static final long COMMIT_INTERVAL_MS = 200;

    /** A map of 200 x 200 tiles is published at once, and packed it is a twentieth. */
    private static final int LINGER_MS = 20;

    private static final ConfigDef DEFINITION =
            ReadSideConfig.define(new ConfigDef(), ".dungeon/state-topics", COMMIT_INTERVAL_MS);

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one cannot be right
     */
    public static StateTopicsConfig from(Map<String, String> texts) {
        return new StateTopicsConfig(ReadSideConfig.of(new Settings(DEFINITION, texts)));
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
