package dungeon.platform.streams.operator;

import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.operator.OperatorServer;
import dungeon.platform.process.ServiceProcess;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KafkaStreams;

/**
 * A Kafka Streams application that answers nobody, with a port on which operators see how it is. The port is open while the application still
 * waits for its brokers.
 *
 * @param <A> the application
 */
public final class OperatedService<A extends OperatedService.Application> implements ServiceProcess.RunningService {
    private final ServiceMeters meters;
    private final OperatorServer server;
    private volatile A application;

    private OperatedService(String service, String host, int port) {
        meters = new ServiceMeters(service);
        new MemoryMeters().bindTo(meters.registry());
        server = OperatorServer.start(host, port, new StreamsHealth(service, this::state), meters.registry());
    }

    /** The application as such. */
    public interface Application extends ServiceProcess.RunningService {
        /** What it is doing now. */
        KafkaStreams.State state();
    }

    /**
     * Starts an application.
     *
     * @param <A> the application
     */
    @FunctionalInterface
    public interface Starter<A extends Application> {
        /**
         * Comes back when it runs, or restores what it needs for that.
         *
         * @param meters takes what is measured of it
         */
        A start(MeterRegistry meters) throws InterruptedException;
    }

    /**
     * Opens the port and starts the application.
     *
     * @param service its name, such as {@code dungeon-topology}
     * @param port 0 for any that is free
     * @throws IllegalStateException if the port is taken
     */
    public static <A extends Application> OperatedService<A> start(
            String service, String host, int port, Starter<A> starter) throws InterruptedException {
        OperatedService<A> operated = new OperatedService<>(service, host, port);
        try {
            operated.application = starter.start(operated.meters.registry());
            return operated;
        } catch (RuntimeException | InterruptedException e) {
            operated.closePort();
            throw e;
        }
    }

    /** The application as such. */
    public A application() {
        return application;
    }

    /** Where operators ask. */
    public int port() {
        return server.port();
    }

    @Override
    public CompletableFuture<Throwable> failure() {
        return application.failure();
    }

    @Override
    public void close() {
        // The port last, so that operators see the end as well.
        application.close();
        closePort();
    }

    private void closePort() {
        server.close();
        meters.close();
    }

    private KafkaStreams.State state() {
        A current = application;
        return current == null ? null : current.state();
    }
}
