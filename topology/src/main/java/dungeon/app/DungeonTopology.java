package dungeon.app;

import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.streams.AggregateProcessor;
import dungeon.platform.streams.ContextModule;
import dungeon.platform.streams.StoreFactory;
import dungeon.platform.streams.TickSender;
import dungeon.platform.streams.admission.CommandAdmission;
import dungeon.platform.streams.admission.CommandSchemas;
import dungeon.platform.streams.admission.DeadLetterLog;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.platform.token.TokenTrust;
import dungeon.platform.tracing.Tracing;
import dungeon.schemas.serde.AvroDeserializer;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * The graph: in each context alike, commands come in, are admitted, are decided, and become events. From the command to its events
 * is one hop in one transaction.
 *
 * <pre>
 * dungeon.commands.v1  -> robots-admission   -> robots-processor   -> dungeon.events.v1
 * lobby.commands.v1    -> lobby-admission    -> lobby-processor    -> lobby.events.v1
 * identity.commands.v1 -> identity-admission -> identity-processor -> identity.events.v1
 *                         (all admissions)   -> dungeon.dead-letters.v1
 * </pre>
 */
public final class DungeonTopology {
    /** Makes the sender of ticks to a context. */
    public interface Ticks {
        TickSender to(ContextModule<?, ?> module);
    }

    private final TopologyConfig config;
    private final TokenTrust trust;
    private final CommandSchemas schemas;
    private final Ticks ticks;
    private final MeterRegistry meters;
    private final Tracing tracing;
    private final Topology topology;
    private final DeadLetterLog deadLetterLog;

    private DungeonTopology(
            TopologyConfig config,
            TokenTrust trust,
            CommandSchemas schemas,
            Ticks ticks,
            MeterRegistry meters,
            Tracing tracing,
            Topology empty) {
        this.config = config;
        this.trust = trust;
        this.schemas = schemas;
        this.ticks = ticks;
        this.meters = meters;
        this.tracing = tracing;
        this.topology = empty;
        this.deadLetterLog = new DeadLetterLog(meters);
    }

    /**
     * Builds the graph of the contexts that are configured.
     *
     * @param trust by which tokens are judged
     * @param schemas with which commands are read; their registry has the ids with which events are written
     * @param ticks where ticks are written
     * @param meters takes what is measured of decisions
     * @param tracing takes the spans of decisions
     */
    public static Topology build(
            TopologyConfig config,
            TokenTrust trust,
            CommandSchemas schemas,
            Ticks ticks,
            MeterRegistry meters,
            Tracing tracing) {
        return build(config, config.contexts(), trust, schemas, ticks, meters, tracing, new Topology());
    }

    /** Builds the graph, of which nothing is measured or traced. */
    public static Topology build(TopologyConfig config, TokenTrust trust, CommandSchemas schemas, Ticks ticks) {
        return build(config, trust, schemas, ticks, ServiceMeters.none(), Tracing.off());
    }

    /** Builds the graph of some contexts in a topology that may look at what is added to it. */
    public static Topology build(
            TopologyConfig config,
            List<ContextModule<?, ?>> modules,
            TokenTrust trust,
            CommandSchemas schemas,
            Ticks ticks,
            MeterRegistry meters,
            Tracing tracing,
            Topology empty) {
        DungeonTopology graph = new DungeonTopology(config, trust, schemas, ticks, meters, tracing, empty);
        modules.forEach(graph::add);
        return graph.topology;
    }

    /** The node in which the commands of a context are decided. */
    static String processorOf(String context) {
        return context + "-processor";
    }

    private <C extends SpecificRecord, E extends SpecificRecord> void add(ContextModule<C, E> module) {
        String source = module.name() + "-commands-source";
        String admission = module.name() + "-admission";
        String processor = processorOf(module.name());
        String events = module.name() + "-events-sink";
        String deadLetters = module.name() + "-dead-letters-sink";
        Map<String, Object> serdeConfig = config.clientConfig();
        // A stream thread must not wait for the id of an event's schema.
        serdeConfig.put(SchemaRegistry.INSTANCE, schemas.registry());
        // Ours whatever serde the settings name, because another one asks the registry when and for as long as it
        // likes; and one for all tasks and threads, because it keeps what it has made of the schemas.
        Deserializer<C> deserializer =
                new AvroDeserializer<>(module.context().commands().type(), schemas);
        ProcessorSupplier<byte[], byte[], Object, Object> admissions = () -> new CommandAdmission<>(
                deserializer,
                module.context().commands(),
                new TokenVerifier(trust),
                module.commands().partitionsWhereOthersHave(config.partitions()),
                processor,
                deadLetters,
                deadLetterLog,
                config.commitInterval(),
                tracing);
        topology.addSource(
                        source,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        module.commands().name())
                .addProcessor(admission, admissions, source)
                .addProcessor(processor, AggregateProcessor.supplier(module.context(), settings(module)), admission)
                .addSink(
                        events,
                        module.events().name(),
                        module.events().keySerde().serializer(),
                        module.events().valueSerde(serdeConfig).serializer(),
                        processor)
                .addSink(
                        deadLetters,
                        Topics.DEAD_LETTERS.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        admission);
    }

    /** Registered names and links stay for ever, so of the contexts only games may be kept in memory; and rooms are small, and many. */
    private AggregateProcessor.Settings settings(ContextModule<?, ?> module) {
        return new AggregateProcessor.Settings(
                ticks.to(module),
                config.tickCheck(),
                config.commitInterval(),
                config.workSlice(),
                module.equals(Contexts.ROBOTS) ? config.stores() : StoreFactory.ROCKS_DB,
                meters,
                tracing);
    }
}
