package dungeon.schemas.topics;

import dungeon.schemas.analytics.WindowResult;
import dungeon.schemas.serde.AvroSerde;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the application that counts in windows; they are there where it runs. */
public final class AnalyticsTopics {
    private static final Duration KEPT = Duration.ofDays(90);

    /** The last figures of each window, under the resource or the playerId. */
    public static final Topic<WindowResult> RESULTS = new Topic<>(
            "dungeon.analytics.v1",
            () -> new AvroSerde<>(WindowResult.class),
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(KEPT.toMillis())));

    public static final List<Topic<?>> ALL = List.of(RESULTS);

    private AnalyticsTopics() {}
}
