package dungeon.verification.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.connection.JsonHttp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a player sees of a room over a socket that can break, and goes on at another instance. */
final class RoomScreen implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String roomId;
    private final String token;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private volatile WebSocket socket;
    private volatile boolean isConnected;

    RoomScreen(String roomId, String token) {
        this.roomId = roomId;
        this.token = token;
    }

    /** Goes on with the first event that was not seen yet. */
    void connect(String queriesUrl) {
        String url = "%s/rooms/%s/feed?from=%d".formatted(queriesUrl, roomId, events.size() + 1);
        isConnected = true;
        socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(url.replaceFirst("http", "ws")), new Listener())
                .join();
    }

    boolean isConnected() {
        return isConnected;
    }

    /** What was seen, in order. */
    List<JsonNode> events() {
        return List.copyOf(events);
    }

    /** As a phone does that has no network any more. */
    void breakOff() {
        socket.abort();
        isConnected = false;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonHttp.parse(text.toString()).path("events").forEach(events::add);
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            isConnected = false;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable problem) {
            isConnected = false;
        }
    }
}
