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

    private final Optional<PrometheusProcess> prometheus;

    private Observation(Optional<PrometheusProcess> prometheus) {
        this.prometheus = prometheus;
    }

    /**
     * Starts it.
     *
     * @param folder for what is kept
     * @param services the addresses of the services, by their names
     * @param say tells people
     */
    public static Observation start(Path folder, Map<String, URI> services, Consumer<String> say) {
        services.forEach((service, url) -> say.accept("Metrics of %s: %s/metrics".formatted(service, url)));
        Optional<PrometheusProcess> prometheus = PrometheusProcess.program()
                .map(program -> PrometheusProcess.start(
                        program, folder.resolve("prometheus"), freePort(PROMETHEUS_PORT), services));
        prometheus.ifPresentOrElse(
                running -> say.accept("Prometheus, with alerts: %s/alerts".formatted(running.url())),
                () -> say.accept(
                        "Prometheus is not installed (apt install prometheus), so nobody keeps the metrics and no alert fires"));
        return new Observation(prometheus);
    }

    @Override
    public void close() {
        prometheus.ifPresent(PrometheusProcess::close);
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
