package dungeon.standalone.machine;

import java.io.IOException;
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
 * @param queries queries over HTTP
 */
public record Ports(int broker, int registry, int ingest, int queries) {
    public static final Ports STANDARD = new Ports(9092, 8082, 8080, 8081);

    /** The registry of a process that was killed needs a moment to notice, and to free its port. */
    private static final int TRIES = 20;

    private static final long PAUSE_MS = 100;
    private static final int PORT_MAXIMUM = 65_535;

    /**
     * Checks that all are free and different.
     *
     * @param analytics where figures of windows are answered; 0 if none are counted
     * @param services where services come to the broker; 0 if there is no such port
     * @throws CannotStartException with the first that is not, and the option that changes it
     */
    public void requireFree(int analytics, int services) {
        Map<Integer, String> optionsByPort = new HashMap<>();
        requireFree(broker, "broker", "--broker-port", optionsByPort);
        requireFree(registry, "schema registry", "--registry-port", optionsByPort);
        requireFree(ingest, "command ingest", "--ingest-port", optionsByPort);
        requireFree(queries, "queries", "--queries-port", optionsByPort);
        if (analytics != 0) {
            requireFree(analytics, "analytics", "--with-analytics", optionsByPort);
        }
        if (services != 0) {
            requireFree(services, "services of the broker", "--secure", optionsByPort);
        }
    }

    /**
     * Checks that a port of another part is free.
     *
     * @param part what is to listen there
     * @param option which changes it
     * @throws CannotStartException if it is not
     */
    public static void requireFree(int port, String part, String option) {
        requireFree(port, part, option, new HashMap<>());
    }

    private static void requireFree(int port, String part, String option, Map<Integer, String> optionsByPort) {
        if (port < 1 || port > PORT_MAXIMUM) {
            throw new CannotStartException(
                    "%s is %d; a port is a number from 1 to %d".formatted(option, port, PORT_MAXIMUM));
        }
        String other = optionsByPort.put(port, option);
        if (other != null) {
            throw new CannotStartException(
                    "%s and %s are both %d; give them different ports".formatted(other, option, port));
        }
        IOException problem = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            problem = tryToBind(port);
            if (problem == null) {
                return;
            }
            pause();
        }
        throw new CannotStartException(
                "Port %d of the %s cannot be used (%s); stop the program that uses it, or choose another port with %s"
                        .formatted(port, part, problem.getMessage(), option),
                problem);
    }

    /** Why a port cannot be used, or null if it can. */
    private static IOException tryToBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it, connections of a process that just ended would seem to hold the port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("Interrupted while waiting for a port", e);
        }
    }
}
