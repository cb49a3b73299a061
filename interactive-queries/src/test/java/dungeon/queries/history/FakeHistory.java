package dungeon.queries.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A history's service that knows what it is told. */
public final class FakeHistory implements AutoCloseable {
    private static final Pattern PAST = Pattern.compile("(/history/(?:games|rooms)/[^/]+).*");

    /** By its path. */
    private final Map<String, String> past = new ConcurrentHashMap<>();

    private final Map<String, String> personal = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status;

    public FakeHistory() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets it have a game that has ended. */
    public void add(String gameId, long lastSequence, boolean complete) {
        past.put(
                "/history/games/" + gameId,
                "{\"createdAt\": \"2026-05-01T12:00:00Z\", \"lastSequence\": %d, \"complete\": %b}"
                        .formatted(lastSequence, complete));
    }

    /** Lets it have a room that is closed. */
    public void addRoom(String roomId) {
        past.put("/history/rooms/" + roomId, "{\"roomId\": \"%s\"}".formatted(roomId));
    }

    /** Lets it know something of a player. */
    public void addPersonal(String playerId, String data) {
        personal.put("/personal/" + playerId, data);
    }

    /** From now on it answers with this status; 0 for what is right. */
    public void failWith(int otherStatus) {
        status = otherStatus;
    }

    /** What it was asked, with the query. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        String path = exchange.getRequestURI().getPath();
        // Of a game or room it knows the id alone, whatever is asked of it.
        Matcher asked = PAST.matcher(path);
        String known = asked.matches() ? past.get(asked.group(1)) : personal.get(path);
        String unknown = path.startsWith("/history/rooms/") ? "UNKNOWN_ROOM" : "UNKNOWN_GAME";
        byte[] body =
                (known == null ? "{\"code\": \"%s\"}".formatted(unknown) : known).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", known == null ? "application/problem+json" : "application/json");
        exchange.sendResponseHeaders(status != 0 ? status : known == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
