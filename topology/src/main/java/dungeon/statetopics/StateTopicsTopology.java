package dungeon.statetopics;

import dungeon.app.Contexts;
import dungeon.schemas.Event;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.util.Map;
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

/** The graph of the application: events in, one store with the games that are not purged, state out on a topic for each kind. */
public final class StateTopicsTopology {
    public static final String APPLICATION_ID = Topics.GAMES.applicationId("dungeon-state-topics");

    static final String STORE = "robots-published";

    private static final String SOURCE = "robots-events-source";
    private static final String PROCESSOR = "state-topics-processor";

    private StateTopicsTopology() {}

    /**
     * Builds the graph.
     *
     * @param config the Streams settings that shape a topology
     * @param deserializer reads events; used by several threads
     * @param clientSettings of the serdes of the topics
     */
    public static Topology build(
            TopologyConfig config, Deserializer<Event> deserializer, Map<String, ?> clientSettings) {
        Topology topology = new Topology(config);
        topology.addSource(
                AutoOffsetReset.earliest(),
                SOURCE,
                Contexts.ROBOTS.events().keySerde().deserializer(),
                // Raw bytes: the processor knows a record that cannot be read from a registry that does not answer.
                new ByteArrayDeserializer(),
                Contexts.ROBOTS.events().name());
        topology.addProcessor(PROCESSOR, () -> new StateTopicsProcessor(deserializer), SOURCE);
        topology.addStateStore(store(), PROCESSOR);
        Publications.ALL.forEach(publication -> addSink(topology, publication.topic(), clientSettings));
        return topology;
    }

    private static <V extends SpecificRecord> void addSink(
            Topology topology, Topic<V> topic, Map<String, ?> clientSettings) {
        topology.addSink(
                topic.name(),
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde(clientSettings).serializer(),
                new StateKeys(),
                PROCESSOR);
    }

    /** With a cache, so that of the many changes of a record within a commit interval only the last goes to the changelog. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled();
    }
}
