package dungeon.queries.views;

import dungeon.platform.streams.ContextModule;
import dungeon.platform.tracing.Tracing;
import dungeon.queries.positions.FoldedUpTo;
import dungeon.queries.positions.SequenceSignals;
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

/**
 * The read side's graph: the events of a context, folded into its tables. They share a store, because a commit writes a marker to
 * each changelog partition that it touched.
 */
public final class ViewsTopology {
    private ViewsTopology() {}

    /**
     * Builds the graph.
     *
     * @param config the Streams settings that shape a topology
     * @param view the context
     * @param deserializer reads its events; used by several threads
     * @param signals is told what the stores contain
     * @param ready is told which partitions are folded
     * @param folded is told how far
     * @param skipped is told what was left out
     * @param departing tells which aggregates are to be removed
     * @param tracing takes the spans of what is folded
     */
    public static <E extends SpecificRecord> Topology build(
            TopologyConfig config,
            View<E> view,
            Deserializer<E> deserializer,
            SequenceSignals signals,
            ReadyPartitions ready,
            FoldedUpTo folded,
            SkippedEvents skipped,
            DepartingAggregates departing,
            Tracing tracing) {
        ContextModule<?, E> module = view.module();
        String source = module.name() + "-events-source";
        String processor = module.name() + "-views-processor";
        Topology topology = new Topology(config);
        topology.addSource(
                AutoOffsetReset.earliest(),
                source,
                module.events().keySerde().deserializer(),
                // Raw bytes: the processor knows a record that cannot be read from a registry that does not answer.
                new ByteArrayDeserializer(),
                module.events().name());
        topology.addProcessor(
                processor,
                () -> new ViewsProcessor<>(view, deserializer, signals, ready, folded, skipped, departing, tracing),
                source);
        topology.addStateStore(store(view.store()), processor);
        return topology;
    }

    /** With a cache, so that of the many changes of a record within a commit interval only the last goes to the changelog. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled();
    }
}
