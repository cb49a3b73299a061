package dungeon.standalone.observe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The viewer of traces of this machine. The services, which start after it, are told by OpenTelemetry's own settings to send all their traces
 * there; nobody waits for the viewer, and what is sent before it is there is lost.
 */
final class TraceViewer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TraceViewer.class);

    private final Path folder;
    private final int port;
    private final URI url;
    private final Consumer<String> say;
    private final Map<String, String> settings;
    private final Thread starter = new Thread(this::run, "trace-viewer");
    private volatile boolean closing;
    private volatile ZipkinProcess zipkin;

    private TraceViewer(Path folder, int port, Consumer<String> say) {
        this.folder = folder;
        this.port = port;
        this.url = URI.create("http://127.0.0.1:" + port);
        this.say = say;
        this.settings = Map.of(
                "otel.traces.exporter",
                PlainZipkinExporter.NAME,
                PlainZipkinExporter.ENDPOINT,
                url.resolve("/api/v2/spans").toString(),
                // One player's machine is no load that has to be spared.
                "otel.traces.sampler.arg",
                "1.0");
    }

    /** Begins to start one, and tells the services of this process about it. */
    static TraceViewer start(Path folder, int port, Consumer<String> say) {
        TraceViewer viewer = new TraceViewer(folder, port, say);
        viewer.settings.forEach(System::setProperty);
        viewer.starter.setDaemon(true);
        viewer.starter.start();
        return viewer;
    }

    private void run() {
        try {
            Path jar = ZipkinProcess.fetch(folder);
            synchronized (this) {
                if (closing) {
                    return;
                }
                zipkin = ZipkinProcess.start(jar, folder, port);
            }
            say.accept(
                    zipkin.awaitReady(url)
                            ? "Traces: %s/zipkin/".formatted(url)
                            : "The viewer of traces does not start; see " + folder.resolve("zipkin.log"));
        } catch (IOException e) {
            LOG.warn("There is no viewer of traces", e);
            say.accept("There is no viewer of traces: " + e.getMessage());
        } catch (InterruptedException e) {
            LOG.debug("The viewer of traces is not waited for any more", e);
        }
    }

    @Override
    public void close() {
        settings.keySet().forEach(System::clearProperty);
        starter.interrupt();
        synchronized (this) {
            closing = true;
            if (zipkin != null) {
                zipkin.close();
            }
        }
    }
}
