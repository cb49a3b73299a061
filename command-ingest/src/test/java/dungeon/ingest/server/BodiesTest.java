package dungeon.ingest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.RawConnection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class BodiesTest {
    private static FakePlatform platform;

    @BeforeAll
    static void start() {
        platform = FakePlatform.started(Map.of(
                "dungeon.ingest.limits.bodySize", "20KB",
                "dungeon.ingest.limits.bodyDropped", "1MB",
                "dungeon.ingest.limits.bodiesSize", "30KB",
                "dungeon.ingest.limits.answersSize", "1KB"));
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    private static String post(String headers, String body) throws IOException {
        try (RawConnection connection = new RawConnection(platform.port())) {
            return connection
                    .write(head("Connection: close\r\n" + headers))
                    .write(body)
                    .rest();
        }
    }

    private static String head(String headers) {
        return "POST /players HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n%s\r\n\r\n".formatted(headers);
    }

    private static String chunks(String chunk, int count) {
        return "%x\r\n%s\r\n".formatted(chunk.length(), chunk).repeat(count) + "0\r\n\r\n";
    }

    private static String padded(String name, int length) {
        String body = "{\"playerName\":\"%s\"}".formatted(name);
        return body + " ".repeat(length - body.length());
    }

    @Test
    void aBodyThatIsNoHttpIsTheSendersFault() throws IOException {
        for (String broken : List.of("-1\r\n\r\n", "0 \r\n\r\n", "1\r\nab\r\n0\r\n\r\n", "g\r\n")) {
            assertThat(post("Transfer-Encoding: chunked", broken))
                    .as(broken)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"BAD_REQUEST\"");
        }
    }

    @Test
    void aLengthBeyondAllMeasureIsAnsweredOnceAndLeavesNoLineInTheLog() throws IOException {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(lines);
        try {
            assertThat(post("Content-Length: " + Long.MAX_VALUE, "{}"))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\"code\":\"PAYLOAD_TOO_LARGE\"");
        } finally {
            root.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("answer") || line.contains("Handler") || line.contains("response"));
    }

    /** One of a hundred faults, which is written piece by piece. */
    @Test
    void anAnswerForWhichThereIsNoRoomComesAllTheSame() {
        String contents =
                "{\"area\": {\"tiles\": [%s]}, \"kind\": \"VOID\", \"count\": 1}".formatted("7,".repeat(500) + "7");
        Answer answer = platform.post(
                "/map-types", platform.guestToken(), "{\"name\": \"m\", \"contents\": [%s]}".formatted(contents));

        assertThat(answer.text()).hasSizeGreaterThan(8 * 1_024);
        assertThat(answer.json().get("faults")).hasSize(100);
    }

    @Test
    void takesBodiesThatComeLaterThanTheirHeaders() throws IOException {
        try (RawConnection connection = new RawConnection(platform.port())) {
            connection.write(head("Connection: close\r\nContent-Length: 24"));
            // A whole request, so that the headers before it have arrived.
            assertThat(platform.get("/health/live").status()).isEqualTo(200);
            connection.write("{\"playerName\":");
            assertThat(platform.get("/health/live").status()).isEqualTo(200);
            connection.write("\"Later-1\"}");
            assertThat(connection.rest()).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void takesChunksUpToTheLimit() throws IOException {
        assertThat(post("Transfer-Encoding: chunked", chunks(padded("Chunked-1", 1_024), 1)))
                .startsWith("HTTP/1.1 201 ");
        assertThat(post("Transfer-Encoding: chunked", chunks(padded("Chunked-2", 20 * 1_024), 1)))
                .startsWith("HTTP/1.1 201 ");
        assertThat(post("Transfer-Encoding: chunked", chunks(padded("Chunked-3", 20 * 1_024 + 1), 1)))
                .startsWith("HTTP/1.1 413 ")
                .contains("PAYLOAD_TOO_LARGE");
    }

    @Test
    void answersToBodiesThatAreTooLargeAreSeen() throws IOException {
        assertThat(post("Content-Length: 1000000", " ".repeat(1_000_000))).startsWith("HTTP/1.1 413 ");
        assertThat(post("Transfer-Encoding: chunked", chunks(" ".repeat(8_192), 100)))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void doesNotWaitForBodiesThatAreFarTooLarge() throws IOException {
        assertThat(post("Content-Length: 1000000000", "")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void boundsWhatIsReceivedInAll() throws IOException {
        try (RawConnection first = new RawConnection(platform.port())) {
            first.write(head("Content-Length: 20000")).write(" ".repeat(19_000));
            await().untilAsserted(() -> assertThat(post("Content-Length: 20000", padded("Crowded-1", 20_000)))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("BUSY")
                    .contains("Retry-After: 1"));
            assertThat(post("Content-Length: 2000", padded("Crowded-2", 2_000))).startsWith("HTTP/1.1 201 ");
        }
        await().untilAsserted(() -> assertThat(post("Content-Length: 20000", padded("Crowded-1", 20_000)))
                .startsWith("HTTP/1.1 201 "));
    }
}
