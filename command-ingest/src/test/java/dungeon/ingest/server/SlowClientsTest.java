package dungeon.ingest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who takes his time with sending or reading has none of the threads, and does not stay. */
@Timeout(60)
class SlowClientsTest {
    private static final int THREADS = 4;
    private static final int SLOW = 40;
    private static final int PER_ADDRESS = 130;
    /** Answers to so many are more than what two kernels keep of a connection. */
    private static final int UNREAD = 400;

    private static final String WITH_BODY =
            "POST /players HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
    /** Shorter than any of the times below, and long enough for a machine that is busy. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static FakePlatform platform;

    private final List<RawConnection> connections = new ArrayList<>();

    @BeforeAll
    static void start() {
        platform = FakePlatform.started(Map.of(
                "dungeon.ingest.limits.requestThreads", THREADS,
                "dungeon.ingest.limits.connectionsPerAddress", PER_ADDRESS,
                "dungeon.ingest.limits.headerTime", "5s",
                "dungeon.ingest.limits.bodyTime", "5s",
                "dungeon.ingest.limits.answerTime", "6s",
                "dungeon.ingest.limits.idleTime", "3s",
                "dungeon.ingest.limits.silenceTime", "15s"));
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @AfterEach
    void disconnect() throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    private RawConnection connect() throws IOException {
        RawConnection connection = new RawConnection(platform.port());
        connections.add(connection);
        return connection;
    }

    private void connectSlow(String beginning) throws IOException {
        for (int i = 0; i < SLOW; i++) {
            connect().write(beginning);
        }
    }

    private static void assertAnswersAtOnce() {
        long before = System.nanoTime();
        assertThat(platform.guest().status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(AT_ONCE);
    }

    @Test
    void slowBodiesTakeNoThreadAndEndWith408() throws IOException {
        connectSlow(WITH_BODY);
        for (RawConnection connection : connections) {
            connection.write("{");
        }
        assertAnswersAtOnce();

        for (RawConnection connection : connections) {
            // A byte now and then does not buy more time.
            connection.tryWrite(" ");
            assertThat(connection.rest())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("Connection: close")
                    .contains("REQUEST_TIMEOUT");
        }
        assertAnswersAtOnce();
    }

    @Test
    void slowChunksTakeNoThreadAndEndWith408() throws IOException {
        connectSlow("POST /auth/guest HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[");
        assertAnswersAtOnce();

        for (RawConnection connection : connections) {
            assertThat(connection.rest()).startsWith("HTTP/1.1 ");
        }
    }

    @Test
    void slowHeadersTakeNoThreadAndAreClosed() throws IOException {
        connectSlow("GET /openapi.json HTTP/1.1\r\nX-Long: ");
        assertAnswersAtOnce();

        RawConnection one = connections.get(0);
        await().pollInterval(Duration.ofMillis(100)).until(() -> !one.tryWrite("x"));
        for (RawConnection connection : connections) {
            assertThat(connection.rest()).isEmpty();
        }
    }

    @Test
    void refusedRequestsDoNotWaitForTheirBodies() throws IOException {
        connectSlow("POST /[ HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
        connectSlow("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\n");
        connectSlow("PUT /players HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 1000\r\n\r\na=");
        assertAnswersAtOnce();
    }

    @Test
    void whoReadsNothingTakesNoThreadAndIsClosed() throws IOException {
        for (int i = 0; i < 3 * THREADS; i++) {
            RawConnection connection = RawConnection.narrow(platform.port());
            connections.add(connection);
            connection.write("GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(UNREAD));
        }
        assertAnswersAtOnce();

        // Before the connections have been silent for too long.
        for (RawConnection connection : connections) {
            await().atMost(Duration.ofSeconds(12)).until(() -> !connection.tryWrite("x"));
        }
        assertAnswersAtOnce();
    }

    @Test
    void idleConnectionsEnd() throws IOException {
        RawConnection idle = connect().write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(idle.rest()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void anAddressHasABoundedNumberOfConnections() throws IOException {
        List<RawConnection> beyond = new ArrayList<>();
        for (int i = 0; i < PER_ADDRESS; i++) {
            connections.add(new RawConnection(platform.port(), "127.0.0.2").write("GET"));
        }
        for (int i = 0; i < 5; i++) {
            beyond.add(new RawConnection(platform.port(), "127.0.0.2"));
        }
        connections.addAll(beyond);

        for (RawConnection connection : beyond) {
            assertThat(connection.rest()).isEmpty();
        }
        assertAnswersAtOnce();
        disconnect();
        await().until(() -> isServed("127.0.0.2"));
    }

    private static boolean isServed(String address) throws IOException {
        try (RawConnection connection = new RawConnection(platform.port(), address)) {
            connection.tryWrite("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            return connection.rest().startsWith("HTTP/1.1 200 ");
        }
    }
}
