package dungeon.benchmarks.micro;

import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.streams.AggregateProcessor;
import dungeon.platform.streams.StoreFactory;
import dungeon.platform.streams.StoreLayout;
import dungeon.platform.tracing.Tracing;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The processor of games on its own stores in memory, without changelogs, threads and a broker. */
final class ProcessorOnStores implements AutoCloseable {
    private final MockProcessorContext<String, Event> context;
    private final Processor<String, AuthenticatedCommand<Command>, String, Event> processor;

    ProcessorOnStores() {
        this(ServiceMeters.none(), Tracing.off());
    }

    /** A processor of which something is measured and traced. */
    ProcessorOnStores(MeterRegistry meters, Tracing tracing) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "micro-benchmark");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        context =
                new MockProcessorContext<>(settings, new TaskId(0, 0), new File(System.getProperty("java.io.tmpdir")));
        ProcessorSupplier<String, AuthenticatedCommand<Command>, String, Event> supplier = AggregateProcessor.supplier(
                RobotsContext.CONTEXT,
                new AggregateProcessor.Settings(
                        (aggregateId, trace) -> {},
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofSeconds(1),
                        StoreFactory.IN_MEMORY,
                        meters,
                        tracing));
        for (StoreBuilder<?> builder : supplier.stores()) {
            StateStore store =
                    builder.withCachingDisabled().withLoggingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        processor = supplier.get();
        processor.init(context);
    }

    /** Handles a command; its events are thrown away. */
    void process(CommandLog.Sent sent) {
        process(sent, new RecordHeaders());
    }

    /** Handles a command with the headers of its record; its events are thrown away. */
    void process(CommandLog.Sent sent, Headers headers) {
        context.setCurrentSystemTimeMs(sent.arrival().appendTimeMs());
        processor.process(new Record<>(
                sent.command().getGameId(),
                new AuthenticatedCommand<>(sent.command(), sent.arrival()),
                sent.arrival().appendTimeMs(),
                headers));
        context.resetForwards();
    }

    /** The store in which robots are. */
    KeyValueStore<Bytes, byte[]> robots() {
        return context.getStateStore(StoreLayout.storeOf(RobotsContext.CONTEXT.name(), RobotsTables.ROBOTS));
    }

    @Override
    public void close() {
        processor.close();
    }
}
