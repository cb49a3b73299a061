package dungeon.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends requests to one server over connections that stay open, and measures the answers. It shares the processor with what
 * it measures, so it takes as little as it can: one thread, the caller's, serves all connections, the requests are written
 * beforehand, and of the answers only the frame is looked at.
 */
public final class LoadClient implements AutoCloseable {
    /** After the time is over, what is under way has this long to be answered; what is not is an error. */
    private static final long LAST_ANSWERS_MAXIMUM_NANOS =
            Duration.ofSeconds(10).toNanos();

    private static final long WAIT_MAXIMUM_MS = 100;
    private static final long NANOS_PER_MS = 1_000_000;
    private static final int ANSWER_BUFFER_BYTES = 64 * 1024;

    private final InetSocketAddress server;
    private final Supplier<ByteBuffer> requests;
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ANSWER_BUFFER_BYTES);

    /**
     * Connects.
     *
     * @param connections how many requests can be under way at a time
     * @param requests gives the next request, from its position to its limit, which are left as they are
     */
    public LoadClient(URI server, int connections, Supplier<ByteBuffer> requests) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.requests = requests;
        this.selector = Selector.open();
        try {
            for (int i = 0; i < connections; i++) {
                this.connections.add(new Connection(this.server, selector));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends the next request on a connection as soon as the one before is answered: what the server can do at most. The
     * latency says how long a client that waits has to wait, not how an arrival at any moment fares.
     */
    public LoadFigures closedLoop(Duration duration) throws IOException {
        Measurement measurement = new Measurement();
        long endNanos = measurement.startNanos() + duration.toNanos();
        for (Connection connection : connections) {
            send(connection, System.nanoTime(), measurement);
        }
        long giveUpNanos = endNanos + LAST_ANSWERS_MAXIMUM_NANOS;
        while (isAnyBusy() && System.nanoTime() < giveUpNanos) {
            await(WAIT_MAXIMUM_MS);
            for (Connection connection : takeAnswers(measurement)) {
                long now = System.nanoTime();
                if (now < endNanos) {
                    send(connection, now, measurement);
                }
            }
        }
        abandonBusy(measurement);
        return measurement.figures();
    }

    /**
     * Sends at a steady rate, however fast the answers come, and measures each from the moment at which it should have
     * been sent; so time that a request spends waiting because earlier ones hold all connections counts. The clock ticks
     * in milliseconds: a request is sent up to one late, and that counts too.
     */
    public LoadFigures openLoop(double perSecond, Duration duration) throws IOException {
        Measurement measurement = new Measurement();
        long startNanos = measurement.startNanos();
        double intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
        long toSend = Math.round(duration.toNanos() / intervalNanos);
        long giveUpNanos = startNanos + duration.toNanos() + LAST_ANSWERS_MAXIMUM_NANOS;
        Deque<Connection> idle = new ArrayDeque<>(connections);
        long sent = 0;
        while ((sent < toSend || isAnyBusy()) && System.nanoTime() < giveUpNanos) {
            long dueNanos = startNanos + (long) (sent * intervalNanos);
            while (sent < toSend && !idle.isEmpty() && System.nanoTime() - dueNanos >= 0) {
                Connection connection = idle.remove();
                send(connection, dueNanos, measurement);
                if (!connection.isBusy()) {
                    idle.add(connection);
                }
                sent++;
                dueNanos = startNanos + (long) (sent * intervalNanos);
            }
            boolean waitsForAnswer = idle.isEmpty() || sent == toSend;
            long untilDueMs = (dueNanos - System.nanoTime()) / NANOS_PER_MS + 1;
            await(waitsForAnswer ? WAIT_MAXIMUM_MS : Math.min(WAIT_MAXIMUM_MS, Math.max(1, untilDueMs)));
            idle.addAll(takeAnswers(measurement));
        }
        abandonBusy(measurement);
        measurement.failed("not sent, because all connections were busy", toSend - sent);
        return measurement.figures();
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
        try {
            selector.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot close the load generator", e);
        }
    }

    private void send(Connection connection, long dueNanos, Measurement measurement) throws IOException {
        try {
            connection.send(requests.get().duplicate(), dueNanos);
        } catch (IOException e) {
            fail(connection, e, measurement);
        }
    }

    private void await(long atMostMs) throws IOException {
        selector.select(atMostMs);
    }

    /** Those that are free for another request now. */
    private List<Connection> takeAnswers(Measurement measurement) throws IOException {
        List<Connection> free = new ArrayList<>(selector.selectedKeys().size());
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            if (!connection.isBusy()) {
                // Nothing is expected: the server has closed it.
                connection.renew();
                continue;
            }
            try {
                if (connection.goOn(buffer)) {
                    measurement.answered(
                            connection.status(), connection.bodyBytes(), System.nanoTime() - connection.dueNanos());
                    if (connection.isOver()) {
                        connection.renew();
                    }
                    free.add(connection);
                }
            } catch (IOException e) {
                fail(connection, e, measurement);
                free.add(connection);
            }
        }
        selector.selectedKeys().clear();
        return free;
    }

    private static void fail(Connection connection, IOException e, Measurement measurement) throws IOException {
        measurement.failed(e.getMessage() == null ? e.toString() : e.getMessage(), 1);
        // If the server is gone, this throws, and the load ends.
        connection.renew();
    }

    private boolean isAnyBusy() {
        for (Connection connection : connections) {
            if (connection.isBusy()) {
                return true;
            }
        }
        return false;
    }

    private void abandonBusy(Measurement measurement) throws IOException {
        for (Connection connection : connections) {
            if (connection.isBusy()) {
                measurement.failed("not answered in time", 1);
                connection.renew();
            }
        }
    }
}
