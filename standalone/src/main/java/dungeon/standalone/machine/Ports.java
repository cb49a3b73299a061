package dungeon.standalone.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * The ports on 127.0.0.1 on which the parts of the system listen.
 *
 * @param broker the Kafka broker
 * @param registry the schema registry
 * @param ingest commands in over HTTP
 * @param queries queries over HTTP and the web page
 */
public record Ports(int broker, int registry, int ingest, int queries) {
    public static final Ports STANDARD = new Ports(9092, 8082, 8080, 8081);

    /**
     * Checks that all are free and different.
     *
     * @throws CannotStartException with the first that is not, and the option that changes it
     */
    public void requireFree() {
        Map<Integer, String> optionsByPort = new HashMap<>();
        requireFree(broker, "broker", "--broker-port", optionsByPort);
        requireFree(registry, "schema registry", "--registry-port", optionsByPort);
        requireFree(ingest, "command ingest", "--ingest-port", optionsByPort);
        requireFree(queries, "queries", "--queries-port", optionsByPort);
    }

    /** A port that nobody uses at the moment. */
    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port on this machine", e);
        }
    }

    private static void requireFree(int port, String part, String option, Map<Integer, String> optionsByPort) {
        String other = optionsByPort.put(port, option);
        if (other != null) {
            throw new CannotStartException(
                    "%s and %s are both %d; give them different ports".formatted(other, option, port));
        }
        try (ServerSocket socket = new ServerSocket()) {
            // Without it, connections of a process that just ended would seem to hold the port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new CannotStartException(
                    "Port %d of the %s cannot be used (%s); stop the program that uses it, or choose another port with %s"
                            .formatted(port, part, e.getMessage(), option),
                    e);
        }
    }
}
