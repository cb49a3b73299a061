package dungeon.standalone.observe;

import com.sun.net.httpserver.HttpServer;
import dungeon.platform.metrics.ServiceMeters;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The metrics of a part that has no HTTP server of its own here. */
public final class MetricsPort implements AutoCloseable {
    private final ServiceMeters meters;
    private final HttpServer server;

    private MetricsPort(ServiceMeters meters, HttpServer server) {
        this.meters = meters;
        this.server = server;
    }

    /** Listens on a free port of 127.0.0.1. */
    public static MetricsPort open(String application) {
        ServiceMeters meters = new ServiceMeters(application);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/metrics", exchange -> {
                byte[] text = meters.registry().scrape().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                exchange.sendResponseHeaders(200, text.length);
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(text);
                }
            });
            server.start();
            return new MetricsPort(meters, server);
        } catch (IOException e) {
            meters.close();
            throw new UncheckedIOException("The metrics of %s cannot be had over HTTP".formatted(application), e);
        }
    }

    /** Takes what is measured. */
    public MeterRegistry registry() {
        return meters.registry();
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        meters.close();
    }
}
