package dungeon.players.practice;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.connection.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** One connection to what opens, starts and ends among all games, from now on. It ends when the queries end it, break it, or say nothing. */
final class LobbyFeed implements AutoCloseable {
    private static final Duration CONNECT_MAXIMUM = Duration.ofSeconds(5);

    private final BlockingQueue<String> messages = new ArrayBlockingQueue<>(PracticeLimits.MESSAGES_MAXIMUM);
    private final WebSocket socket;
    private volatile long heardNanos = System.nanoTime();
    private volatile String end;
    private volatile boolean begun;

    private LobbyFeed(WebSocket.Builder builder, URI address) throws IOException, InterruptedException {
        CompletableFuture<WebSocket> opened =
                builder.connectTimeout(CONNECT_MAXIMUM).buildAsync(address, new Messages());
        try {
            socket = opened.get();
        } catch (ExecutionException e) {
            throw new IOException("%s cannot be followed: %s".formatted(address, e.getCause()), e);
        } catch (InterruptedException e) {
            // Nobody would close it.
            var unused = opened.thenAccept(WebSocket::abort);
            throw e;
        }
    }

    /**
     * Begins to follow.
     *
     * @param queriesUrl http or https, without a slash at the end
     * @throws IOException if the queries do not answer
     */
    static LobbyFeed open(HttpClient client, String queriesUrl) throws IOException, InterruptedException {
        return new LobbyFeed(
                client.newWebSocketBuilder(), URI.create("ws" + queriesUrl.substring("http".length()) + "/lobby/feed"));
    }

    /**
     * The events that have come, in order; waits for the first one, and is empty if none comes in time.
     *
     * @throws IOException if nothing more will come
     */
    List<JsonNode> next(Duration wait) throws IOException, InterruptedException {
        String message = messages.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (message == null) {
            requireAlive();
            return List.of();
        }
        // Only what was taken makes room for more.
        socket.request(1);
        JsonNode json = JsonHttp.parse(message);
        begun = begun || json.path("kind").asText().equals("start");
        List<JsonNode> events = new ArrayList<>();
        json.path("events").forEach(events::add);
        return events;
    }

    /** Whether all that happens from now on is told. */
    boolean hasBegun() {
        return begun;
    }

    private void requireAlive() throws IOException {
        if (end != null) {
            throw new IOException("The lobby's feed has ended: " + end);
        }
        if (System.nanoTime() - heardNanos > PracticeLimits.SILENCE_MAXIMUM.toNanos()) {
            throw new IOException("The lobby's feed has been silent for " + PracticeLimits.SILENCE_MAXIMUM);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            opened.request(PracticeLimits.MESSAGES_MAXIMUM);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heardNanos = System.nanoTime();
            if (parts.length() + data.length() > PracticeLimits.MESSAGE_CHARACTERS_MAXIMUM) {
                end = "a message is longer than " + PracticeLimits.MESSAGE_CHARACTERS_MAXIMUM;
                from.abort();
                return null;
            }
            parts.append(data);
            if (!last) {
                // A part is no message of its own, and takes no room.
                from.request(1);
                return null;
            }
            messages.add(parts.toString());
            parts.setLength(0);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end = "%d %s".formatted(code, reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable problem) {
            end = problem.toString();
        }
    }
}
