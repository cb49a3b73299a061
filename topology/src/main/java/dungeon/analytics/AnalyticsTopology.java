package dungeon.analytics;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.GameStarted;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.analytics.PlayerActivity;
import dungeon.schemas.analytics.PlayerDay;
import dungeon.schemas.analytics.PlayerKills;
import dungeon.schemas.analytics.ResourceSales;
import dungeon.schemas.analytics.WindowResult;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.topics.AnalyticsTopics;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.EmitStrategy;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.TimeWindowedKStream;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.SessionStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The graph of the application. Events are under the key of their game; each figure is under a key of its own, so what goes into it is partitioned anew. Stores
 * have the figures of windows that are still open, and of those that were closed lately; a window's last figures go to a topic when nothing can change them any more.
 */
public final class AnalyticsTopology {
    public static final String APPLICATION_ID = Topics.GAMES.applicationId("dungeon-analytics");

    public static final String SALES = "sales-per-minute";
    public static final String KILLS = "kills-of-five-minutes";
    public static final String ACTIVITY = "activity-of-players";
    public static final String DAYS = "days-of-players";
    private static final String NAMES = "names-of-players";
    private static final String STAGES = "stages-of-games";

    private static final String CREATED = "created";
    private static final String STARTED = "started";
    private static final String PRACTICE = "practice";

    /**
     * How far back the first start reads. Partitions are read at different speeds, so of what is older than windows wait for, some would be late and in no
     * figure; what is older is in the history.
     */
    private static final Duration FIRST_LOOK = Windows.GRACE;

    private final StreamsBuilder builder;
    private final Produced<String, WindowResult> results;

    private AnalyticsTopology(TopologyConfig config, Map<String, ?> clientSettings) {
        builder = new StreamsBuilder(config);
        results = Produced.with(Serdes.String(), AnalyticsTopics.RESULTS.valueSerde(clientSettings));
    }

    /**
     * Builds the graph.
     *
     * @param config the Streams settings that shape a topology
     * @param deserializer reads events; used by several threads
     * @param clientSettings of the serde of the results
     */
    public static Topology build(
            TopologyConfig config, Deserializer<Event> deserializer, Map<String, ?> clientSettings) {
        AnalyticsTopology analytics = new AnalyticsTopology(config, clientSettings);
        KStream<String, Event> events = analytics.builder.stream(
                        Topics.EVENTS.name(),
                        Consumed.with(
                                        Topics.EVENTS.keySerde(),
                                        Serdes.serdeFrom((topic, event) -> null, new ReadableEvents(deserializer)))
                                .withTimestampExtractor(new EventTimes())
                                .withOffsetResetPolicy(AutoOffsetReset.byDuration(FIRST_LOOK))
                                .withName("events-source"))
                .filter((gameId, event) -> event != null && event.getSequence() > 0, Named.as("events-of-games"));
        analytics.sales(events);
        analytics.kills(events);
        analytics.activity(events);
        analytics.days(events);
        return analytics.builder.build();
    }

    private void sales(KStream<String, Event> events) {
        KStream<String, ResourceSales> lots = events.flatMap(
                (gameId, event) -> event.getPayload() instanceof ResourcesSold sold
                        ? sold.getLots().stream()
                                .filter(lot -> lot.getUnits() > 0)
                                .map(lot -> KeyValue.pair(lot.getResource().name(), Figures.of(lot)))
                                .toList()
                        : List.of(),
                Named.as("lots"));
        publish(
                windows(lots, "sales-by-resource", ResourceSales.class, Windows.SALES)
                        .reduce(
                                Figures::sum,
                                Named.as("sum-of-sales"),
                                stored(SALES, ResourceSales.class, Windows.MINUTES_KEPT))
                        .toStream(Named.as("closed-sales")),
                "sales");
    }

    private void kills(KStream<String, Event> events) {
        KStream<String, PlayerKills> kills = events.flatMap(
                (gameId, event) -> event.getPayload() instanceof RobotDestroyed destroyed
                                && destroyed.getCause() == DestructionCause.COMBAT
                                // A player's own robots are no kills.
                                && destroyed.getKills() != null
                                && event.getPlayerId() != null
                        ? List.of(KeyValue.pair(event.getPlayerId(), new PlayerKills(event.getPlayerId(), 1L)))
                        : List.of(),
                Named.as("kills"));
        publish(
                windows(kills, "kills-by-player", PlayerKills.class, Windows.KILLS)
                        .reduce(
                                Figures::sum,
                                Named.as("sum-of-kills"),
                                stored(KILLS, PlayerKills.class, Windows.MINUTES_KEPT))
                        .toStream(Named.as("closed-kills")),
                "kills");
    }

    private void activity(KStream<String, Event> events) {
        KStream<String, PlayerActivity> acts = events.flatMap(
                (gameId, event) -> event.getPlayerId() != null
                                && event.getCommandId() != null
                                // It comes of somebody else's command.
                                && !(event.getPayload() instanceof PlayerEliminated)
                        ? List.of(KeyValue.pair(event.getPlayerId(), activityOf(event)))
                        : List.of(),
                Named.as("acts"));
        publish(
                acts.groupByKey(Grouped.with("acts-by-player", Serdes.String(), serde(PlayerActivity.class)))
                        .windowedBy(Windows.ACTIVITY)
                        .emitStrategy(EmitStrategy.onWindowClose())
                        .reduce(
                                Figures::sum,
                                Named.as("sum-of-activity"),
                                Materialized.<String, PlayerActivity, SessionStore<Bytes, byte[]>>as(ACTIVITY)
                                        .withKeySerde(Serdes.String())
                                        .withValueSerde(serde(PlayerActivity.class))
                                        .withRetention(Windows.SESSIONS_KEPT))
                        .toStream(Named.as("closed-activity")),
                "activity");
    }

    private static PlayerActivity activityOf(Event event) {
        boolean inVain = event.getPayload() instanceof CommandRejected || event.getPayload() instanceof ActionFailed;
        return new PlayerActivity(event.getPlayerId(), 1L, inVain ? 1L : 0L);
    }

    private void days(KStream<String, Event> events) {
        KTable<String, String> names = events.flatMap(
                        (gameId, event) -> event.getPayload() instanceof PlayerJoined joined
                                ? List.of(KeyValue.pair(event.getPlayerId(), joined.getPlayerName()))
                                : List.of(),
                        Named.as("joins"))
                .repartition(Repartitioned.<String, String>as("names-by-player")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.String()))
                .toTable(
                        Named.as("names"),
                        Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as(NAMES)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.String()));
        KStream<String, PlayerDay> ended = events.filter(
                        (gameId, event) -> event.getPayload() instanceof GameEnded, Named.as("ends"))
                .join(
                        stagesOf(events),
                        (event, stage) -> stage.equals(STARTED) ? event : null,
                        Joined.<String, Event, String>as("ends-of-matches")
                                .withKeySerde(Serdes.String())
                                .withOtherValueSerde(Serdes.String()))
                .flatMap((gameId, event) -> standingsOf(event).toList(), Named.as("standings"))
                .repartition(Repartitioned.<String, PlayerDay>as("standings-by-player")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(serde(PlayerDay.class)))
                .leftJoin(
                        names,
                        (day, name) ->
                                PlayerDay.newBuilder(day).setPlayerName(name).build(),
                        Joined.<String, PlayerDay, String>as("names-of-standings")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(serde(PlayerDay.class)));
        publish(
                windows(ended, "days-by-player", PlayerDay.class, Windows.DAYS)
                        .reduce(Figures::sum, Named.as("sum-of-days"), stored(DAYS, PlayerDay.class, Windows.DAYS_KEPT))
                        .toStream(Named.as("closed-days")),
                "days");
    }

    /** Whether games that are not purged were begun, and are neither practice nor matches of players; of those that were created before the application there is nothing. */
    private static KTable<String, String> stagesOf(KStream<String, Event> events) {
        return events.filter(
                        (gameId, event) -> event.getPayload() instanceof GameCreated
                                || event.getPayload() instanceof GameStarted
                                || event.getPayload() instanceof GamePurged,
                        Named.as("stages"))
                .groupByKey(Grouped.as("stages-by-game"))
                .aggregate(
                        () -> "",
                        (gameId, event, stage) -> stageAfter(event, stage),
                        Named.as("stages-of-games"),
                        Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as(STAGES)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.String()));
    }

    private static String stageAfter(Event event, String stage) {
        if (event.getPayload() instanceof GameCreated created) {
            // A match that a player has opened counts as little as practice: he could play it against accounts of his
            // own.
            return created.getPracticeFor() == null && created.getMatch() == null ? CREATED : PRACTICE;
        }
        if (event.getPayload() instanceof GameStarted) {
            return stage.equals(CREATED) ? STARTED : stage;
        }
        // Purged: nothing more happens to it.
        return null;
    }

    private static Stream<KeyValue<String, PlayerDay>> standingsOf(Event event) {
        return event != null && event.getPayload() instanceof GameEnded ended
                ? ended.getStandings().stream()
                        .map(standing -> KeyValue.pair(standing.getPlayerId(), Figures.of(standing)))
                : Stream.empty();
    }

    private static <V extends SpecificRecord> TimeWindowedKStream<String, V> windows(
            KStream<String, V> figures, String grouping, Class<V> type, TimeWindows windows) {
        return figures.groupByKey(Grouped.with(grouping, Serdes.String(), serde(type)))
                .windowedBy(windows)
                .emitStrategy(EmitStrategy.onWindowClose());
    }

    private static <V extends SpecificRecord> Materialized<String, V, WindowStore<Bytes, byte[]>> stored(
            String name, Class<V> type, Duration kept) {
        return Materialized.<String, V, WindowStore<Bytes, byte[]>>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(serde(type))
                .withRetention(kept);
    }

    private <V extends SpecificRecord> void publish(KStream<Windowed<String>, V> closed, String name) {
        closed.map(
                        (window, figures) -> KeyValue.pair(
                                window.key(),
                                new WindowResult(
                                        Instant.ofEpochMilli(window.window().start()),
                                        Instant.ofEpochMilli(window.window().end()),
                                        figures)),
                        Named.as("results-of-" + name))
                .to(AnalyticsTopics.RESULTS.name(), results.withName(name + "-sink"));
    }

    /** Of what nobody but this application reads. */
    private static <V extends SpecificRecord> Serde<V> serde(Class<V> type) {
        return new StateSerde<>(type);
    }
}
