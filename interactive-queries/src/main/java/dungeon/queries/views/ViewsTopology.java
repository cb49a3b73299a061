package dungeon.queries.views;

import dungeon.schemas.Event;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import dungeon.schemas.topics.Topics;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The read side's graph: the events of games, folded into a store for each kind of record. */
public final class ViewsTopology {
    public static final String APPLICATION_ID = "dungeon-interactive-queries";

    public static final String SOURCE_TOPIC = Topics.EVENTS.name();
    public static final String SOURCE = "events-source";
    public static final String PROCESSOR = "views-processor";

    public static final String GAMES_STORE = "games";
    public static final String PROGRESS_STORE = "progress";
    public static final String TILES_STORE = "tiles";
    public static final String MINES_STORE = "mines";
    public static final String ROBOTS_STORE = "robots";
    public static final String ACCOUNTS_STORE = "accounts";

    private ViewsTopology() {}

    /**
     * Builds the graph.
     *
     * @param config the Streams settings that shape a topology
     * @param deserializer reads the events; used by several threads
     * @param signals is told what the stores contain
     * @param ready is told which partitions are folded
     * @param skipped is told what was left out
     */
    public static Topology build(
            TopologyConfig config,
            Deserializer<Event> deserializer,
            SequenceSignals signals,
            ReadyPartitions ready,
            SkippedEvents skipped) {
        Topology topology = new Topology(config);
        topology.addSource(
                AutoOffsetReset.earliest(),
                SOURCE,
                Topics.EVENTS.keySerde().deserializer(),
                // Raw bytes: the processor knows a record that cannot be read from a registry that does not answer.
                new ByteArrayDeserializer(),
                SOURCE_TOPIC);
        topology.addProcessor(PROCESSOR, () -> new ViewsProcessor(deserializer, signals, ready, skipped), SOURCE);
        for (StoreBuilder<?> store : stores()) {
            topology.addStateStore(store, PROCESSOR);
        }
        return topology;
    }

    private static List<StoreBuilder<?>> stores() {
        return List.of(
                store(GAMES_STORE, Game.class),
                store(PROGRESS_STORE, Progress.class),
                store(TILES_STORE, MapTile.class),
                store(MINES_STORE, Mine.class),
                store(ROBOTS_STORE, Robot.class),
                store(ACCOUNTS_STORE, Account.class));
    }

    /** With a cache, so that of the many changes of a record within a commit interval only the last goes to the changelog. */
    private static <V extends SpecificRecord> StoreBuilder<KeyValueStore<Bytes, V>> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), new StateSerde<>(type))
                .withCachingEnabled();
    }
}
