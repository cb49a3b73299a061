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

/** Readers who take their time have none of the threads, and do not stay. */
@Timeout(60)
class SlowReadersTest {
    private static final int THREADS = 4;
    private static final int SLOW = 12;
    /** Together more than what two kernels keep of a connection. */
    private static final int REQUESTS = 400;

    private static final String REQUEST = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
    /** Shorter than any of the times below, and long enough for a machine that is busy. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static FakePlatform platform;

    private final List<RawConnection> connections = new ArrayList<>();

    @BeforeAll
    static void start() {
        platform = FakePlatform.started(Map.of(
                "dungeon.ingest.limits.requestThreads", THREADS,
                "dungeon.ingest.limits.answerTime", "6s",
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

    @Test
    void takeNoThreadAndAreClosed() throws IOException {
        String whole = answerTo(REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        for (int i = 0; i < SLOW; i++) {
            RawConnection connection = RawConnection.narrow(platform.port());
            connections.add(connection);
            connection.write(REQUEST.repeat(REQUESTS));
        }

        assertAnswersAtOnce();
        // Before they have been silent for too long.
        for (RawConnection connection : connections) {
            await().atMost(Duration.ofSeconds(12)).until(() -> !connection.tryWrite("x"));
        }
        assertAnswersAtOnce();
        assertThat(answerTo(REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")))
                .hasSameSizeAs(whole);
    }

    private static String answerTo(String request) throws IOException {
        try (RawConnection connection = new RawConnection(platform.port())) {
            return connection.write(request).rest();
        }
    }

    private static void assertAnswersAtOnce() {
        long before = System.nanoTime();
        assertThat(platform.guest().status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(AT_ONCE);
    }
}
