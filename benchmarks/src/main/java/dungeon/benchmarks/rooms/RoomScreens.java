package dungeon.benchmarks.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.connection.JsonHttp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What players see: each follows a room over a socket, and it is measured when what the other did has come. */
final class RoomScreens implements AutoCloseable {
    private static final long LONGEST_US = 120_000_000L;
    private static final int DIGITS = 3;

    private record Click(int watcher, long nanos) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<WebSocket> sockets = new ArrayList<>();
    private final Map<String, Click> clicks = new ConcurrentHashMap<>();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile ConcurrentHistogram delaysUs = new ConcurrentHistogram(LONGEST_US, DIGITS);

    /**
     * Somebody begins to look.
     *
     * @param watcher tells them from others
     * @param queries the instance that they are connected to
     */
    void open(int watcher, URI queries, String roomId, String token) {
        URI feed = URI.create("ws://%s/rooms/%s/feed".formatted(queries.getAuthority(), roomId));
        sockets.add(http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(feed, new Screen(watcher))
                .join());
    }

    /** Somebody clicks, and a watcher is to see what came of it. */
    void expect(String commandId, int watcher, long nanos) {
        clicks.put(commandId, new Click(watcher, nanos));
    }

    /** Where the delays go from now on, in µs. */
    Histogram recordAnew() {
        ConcurrentHistogram next = new ConcurrentHistogram(LONGEST_US, DIGITS);
        delaysUs = next;
        return next;
    }

    /** How many clicks were not seen yet. */
    int unseen() {
        return clicks.size();
    }

    /** How many sockets have ended by themselves. */
    int ended() {
        return ended.get();
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
    }

    private final class Screen implements WebSocket.Listener {
        private final int watcher;
        private final StringBuilder text = new StringBuilder();

        Screen(int watcher) {
            this.watcher = watcher;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                see(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void see(String message) {
            long nowNanos = System.nanoTime();
            for (JsonNode event : JsonHttp.parse(message).path("events")) {
                String commandId = event.path("commandId").asText();
                Click click = clicks.get(commandId);
                if (click != null && click.watcher() == watcher && clicks.remove(commandId, click)) {
                    delaysUs.recordValue(Math.min(LONGEST_US, (nowNanos - click.nanos()) / 1_000));
                }
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.incrementAndGet();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable problem) {
            ended.incrementAndGet();
        }
    }
}
