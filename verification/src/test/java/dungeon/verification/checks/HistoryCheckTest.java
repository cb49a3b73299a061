package dungeon.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.GameStarted;
import dungeon.schemas.Standing;
import dungeon.schemas.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.250Z");
    private static final String GAME = "/history/games/g";
    private static final Event STARTED = new Event("g", 1L, TIME, "c", "p", 0, new GameStarted(TIME, TIME));
    private static final Event PURGED = new Event("g", 3L, TIME, null, null, 0, new GamePurged());

    /** What is answered, by path and query. */
    private final Map<String, String> answers = new TreeMap<>();

    private HttpServer server;
    private HistoryCheck check;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = answers.getOrDefault(exchange.getRequestURI().toString(), "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        check = new HistoryCheck("http://127.0.0.1:" + server.getAddress().getPort());
        answers.put(
                GAME,
                "{'complete':true,'lastSequence':3,'results':[{'rank':1,'playerId':'p','total':7}]}"
                        .replace('\'', '"'));
        answers.put(GAME + "/events", page(",\"next\":3", STARTED, ended(7)));
        answers.put(GAME + "/events?from=3", page("", PURGED));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void allEventsOfAllPagesAndTheResultAreCompared() throws Exception {
        GameLog log = log(STARTED, ended(7), PURGED);

        assertThat(check.hasAllOf(log)).isTrue();
        check.answersAreTheLog(log);
    }

    @Test
    void aHistoryThatIsBehindIsNotExaminedYet() throws Exception {
        assertThat(check.hasAllOf(log(STARTED, ended(7)))).isFalse();
        answers.compute(GAME, (path, answer) -> answer.replace("true", "false"));
        assertThat(check.hasAllOf(log(STARTED, ended(7), PURGED))).isFalse();
    }

    @Test
    void anEventThatIsMissingOrAnotherIsFound() {
        answers.put(GAME + "/events", page("", STARTED, ended(7)));
        assertThatThrownBy(() -> check.answersAreTheLog(log(STARTED, ended(7), PURGED)))
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("The number of events")
                .hasMessageContaining("is 2 and must be 3");

        answers.put(GAME + "/events", page("", ended(7), STARTED));
        assertThatThrownBy(() -> check.answersAreTheLog(log(STARTED, ended(7))))
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("Event 1 of");
    }

    @Test
    void anotherResultIsFound() {
        assertThatThrownBy(() -> check.answersAreTheLog(log(STARTED, ended(8), PURGED)))
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("The result of")
                .hasMessageContaining("is [1 p 7] and must be [1 p 8]");
    }

    private static GameLog log(Event... events) {
        return new GameLog("g", List.of(), List.of(events));
    }

    private static Event ended(int total) {
        Standing standing = new Standing("p", 1, total, total, 0, 0, 0, 0, 0L);
        return new Event(
                "g", 2L, TIME, null, null, 0, new GameEnded(EndReason.TIME_UP, "00", List.of(standing), TIME, null));
    }

    private static String page(String next, Event... events) {
        return "{\"events\":%s%s}"
                .formatted(List.of(events).stream().map(JsonWriter::flat).toList(), next);
    }
}
