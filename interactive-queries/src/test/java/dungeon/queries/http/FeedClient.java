package dungeon.queries.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a feed, which keeps what it gets. */
final class FeedClient implements AutoCloseable {
    /**
     * How a feed was closed.
     *
     * @param code that of the WebSocket
     */
    record Closed(int code, String reason) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final WebSocket socket;

    FeedClient(TestInstance instance, String pathAndQuery) {
        this(instance, pathAndQuery, Map.of());
    }

    FeedClient(TestInstance instance, String pathAndQuery, Map<String, String> headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        socket = builder.buildAsync(URI.create("ws://" + instance.name() + pathAndQuery), new Listener())
                .join();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next message that is no sign of life, as it came. */
    String nextText() {
        try {
            String text = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("Nothing came; closed: " + closed.getNow(null));
            }
            return read(text).path("kind").asText().equals("alive") ? nextText() : text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode next() {
        return read(nextText());
    }

    /** The next message, even if it is a sign of life. */
    JsonNode nextOfAnyKind() throws InterruptedException {
        return read(messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** The next message of any kind if one comes in time; else null. */
    JsonNode poll(Duration time) throws InterruptedException {
        String text = messages.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        return text == null ? null : read(text);
    }

    /** The next events, until there are so many. */
    List<JsonNode> events(int count) {
        List<JsonNode> events = new ArrayList<>();
        while (events.size() < count) {
            next().path("events").forEach(events::add);
        }
        return events;
    }

    /** How it was closed; fails if it is not. */
    Closed closed() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(new Closed(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable problem) {
            closed.complete(new Closed(1006, String.valueOf(problem)));
        }
    }
}
