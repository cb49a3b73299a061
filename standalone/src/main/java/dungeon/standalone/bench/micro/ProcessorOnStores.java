package dungeon.standalone.bench.micro;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.state.Robot;
import dungeon.topology.StoreFactory;
import dungeon.topology.admission.Received;
import dungeon.topology.game.GameProcessor;
import java.io.File;
import java.time.Duration;
import java.util.Properties;
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
    private final Processor<String, Received<Command>, String, Event> processor;

    ProcessorOnStores() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "micro-benchmark");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        context =
                new MockProcessorContext<>(settings, new TaskId(0, 0), new File(System.getProperty("java.io.tmpdir")));
        ProcessorSupplier<String, Received<Command>, String, Event> supplier = GameProcessor.supplier(
                gameId -> {}, Duration.ofMillis(10), Duration.ofSeconds(1), StoreFactory.IN_MEMORY);
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
        context.setCurrentSystemTimeMs(sent.arrival().stampMs());
        processor.process(new Record<>(
                sent.command().getGameId(),
                new Received<>(sent.command(), sent.arrival()),
                sent.arrival().stampMs()));
        context.resetForwards();
    }

    KeyValueStore<Bytes, Robot> robots() {
        return context.getStateStore("robots");
    }

    @Override
    public void close() {
        processor.close();
    }
}
