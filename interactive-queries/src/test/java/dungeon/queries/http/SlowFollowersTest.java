package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.queries.TestGame;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.RejectionCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients over real sockets that do not read what they are sent. */
@Timeout(120)
class SlowFollowersTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final int SLOW = 20;
    private static final int RECEIVE_BUFFER_BYTES = 4 * 1024;
    /** More than the buffers of both ends take, and more than a ring. */
    private static final int EVENTS = 600;

    private static final String MESSAGE = "x".repeat(8 * 1024);

    @TempDir
    private Path stateDir;

    private final TestGame game = TestGame.underWay(GAME);
    private final List<Socket> sockets = new ArrayList<>();
    private TestInstance instance;

    @BeforeEach
    void open() throws IOException {
        instance = new TestInstance(stateDir, "event.stream.stall.ms", "2000", "heartbeat.ms", "1000");
        instance.log.add(game.events());
        instance.views.pipe(game.events());
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        instance.close();
    }

    @Test
    void holdUpNobodyAndNoThreadAndAreCutOff() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            stream();
        }
        await().until(() -> instance.feeds.followers() == SLOW);
        int threads = Thread.activeCount();
        BufferedReader quick = follow(0);

        happen();

        long last = 0;
        while (last < game.sequence() + EVENTS) {
            String line = quick.readLine();
            if (line == null) {
                // All happened at once, and was more than is kept at hand; it comes again, as clients do.
                quick = follow(last);
            } else if (line.startsWith("id: ")) {
                long next = Long.parseLong(line.substring("id: ".length()));
                assertThat(next).isEqualTo(last + 1);
                last = next;
            }
        }
        assertThat(Thread.activeCount()).isLessThan(threads + SLOW / 2);
        // And all but the one who reads are gone, though they never closed their end.
        await().atMost(Duration.ofSeconds(30)).until(() -> instance.feeds.followers() == 1);
        assertThat(instance.get("/games/%s".formatted(GAME)).statusCode()).isEqualTo(200);
    }

    @Test
    void aListIsNotEndedAsIfItWereComplete() throws Exception {
        happen();
        Socket slow = request("GET /games/%s/events HTTP/1.1\r\nHost: x\r\n\r\n".formatted(GAME));
        await().until(() -> instance.feeds.followers() == 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> instance.feeds.followers() == 0);

        // What is still in the buffers, and no end of a chunked body.
        String rest;
        try {
            rest = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reset) {
            rest = reset.getMessage();
        }
        assertThat(rest).isNotEmpty().doesNotEndWith("0\r\n\r\n");
    }

    private void happen() {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= EVENTS; i++) {
            events.add(Event.newBuilder(game.events().get(5))
                    .setSequence(game.sequence() + i)
                    .setPayload(new CommandRejected(RejectionCode.MALFORMED, MESSAGE, List.of()))
                    .build());
        }
        instance.log.add(events);
    }

    private Socket stream() throws IOException {
        return request("GET /games/%s/events HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n".formatted(GAME));
    }

    private BufferedReader follow(long last) throws IOException {
        Socket socket =
                request("GET /games/%s/events?lastEventId=%d HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(GAME, last));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private Socket request(String text) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.connect(
                new InetSocketAddress(instance.self().host(), instance.self().port()));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
