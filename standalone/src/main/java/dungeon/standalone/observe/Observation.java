package dungeon.standalone.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches the services of this machine, as far as what that takes is here, and says where to look. */
public final class Observation implements AutoCloseable {
    private static final int PROMETHEUS_PORT = 9090;
    private static final int ZIPKIN_PORT = 9411;

    private final Path folder;
    private final Consumer<String> say;
    private final TraceViewer traces;
    private PrometheusProcess prometheus;
    private boolean closed;

    private Observation(Path folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
        this.traces = TraceViewer.start(folder.resolve("zipkin"), freePort(ZIPKIN_PORT), say);
    }

    /**
     * Begins with what has to be there before the services are.
     *
     * @param folder for what is kept
     * @param say tells people
     */
    public static Observation begin(Path folder, Consumer<String> say) {
        return new Observation(folder, say);
    }

    /**
     * Goes on when the services are there.
     *
     * @param services their addresses, by their names
     */
    public void watch(Map<String, URI> services) throws InterruptedException {
        services.forEach((service, url) -> say.accept("Metrics of %s: %s/metrics".formatted(service, url)));
        Optional<Path> program = PrometheusProcess.program();
        if (program.isEmpty()) {
            say.accept(
                    "Prometheus is not installed (apt install prometheus), so nobody keeps the metrics and no alert fires");
            return;
        }
        Path data = folder.resolve("prometheus");
        PrometheusProcess started;
        synchronized (this) {
            if (closed) {
                return;
            }
            // Under the lock, so that nobody closes between the start and the moment from which it can be ended.
            started = PrometheusProcess.start(program.get(), data, freePort(PROMETHEUS_PORT), services);
            prometheus = started;
        }
        say.accept(
                started.awaitReady()
                        ? "Prometheus, with alerts: %s/alerts".formatted(started.url())
                        : "Prometheus does not start; see " + PrometheusProcess.log(data));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (prometheus != null) {
            prometheus.close();
        }
        traces.close();
    }

    /** The usual port, unless somebody else has it. */
    private static int freePort(int usual) {
        return tryPort(usual).or(() -> tryPort(0)).orElseThrow(() -> new IllegalStateException("No port is free"));
    }

    private static Optional<Integer> tryPort(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Optional.of(socket.getLocalPort());
        } catch (IOException e) {
            if (port == 0) {
                throw new UncheckedIOException("No port is free", e);
            }
            return Optional.empty();
        }
    }
}
