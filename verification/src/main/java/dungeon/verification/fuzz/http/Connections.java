package dungeon.verification.fuzz.http;

import dungeon.players.connection.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one sender: one to each server that stays, and new ones. For one thread. */
final class Connections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Platform platform;
    private final Map<String, Wire> staying = new HashMap<>();

    /** What was said before on the connection that the last request was sent on. */
    private List<String> before = List.of();

    Connections(Platform platform) {
        this.platform = platform;
    }

    /** What was said before on the connection that the last request was sent on; an answer that comes too late or twice is one to it. */
    List<String> before() {
        return before;
    }

    /** The answers on a connection of its own, until it ends. */
    List<Answer> alone(HostileRequest request) throws IOException {
        before = List.of();
        try (Wire wire = new Wire(url(request))) {
            try {
                wire.send(request.bytes());
                wire.end();
            } catch (IOException e) {
                LOG.debug("A server that refuses early may have answered before all was sent", e);
            }
            return wire.readAll(isHead(request));
        }
    }

    /** The answer on a connection that stays, if the server lets it. */
    List<Answer> onOneThatStays(HostileRequest request) throws IOException {
        String url = url(request);
        Wire wire = staying.get(url);
        if (wire == null) {
            wire = new Wire(url);
            staying.put(url, wire);
        }
        before = wire.said();
        Answer answer = null;
        try {
            try {
                wire.send(request.bytes());
            } catch (IOException e) {
                LOG.debug("A server that refuses early may have answered before all was sent", e);
            }
            answer = wire.read(isHead(request));
            if (answer == null) {
                return List.of();
            }
            wire.note(request, answer);
            return List.of(answer);
        } finally {
            if (answer == null || wire.isOver()) {
                staying.remove(url);
                wire.close();
            }
        }
    }

    private String url(HostileRequest request) {
        return request.throughDoor() ? platform.queriesUrl() : platform.ingestUrl();
    }

    private static boolean isHead(HostileRequest request) {
        return new String(request.bytes(), 0, Math.min(5, request.bytes().length), StandardCharsets.ISO_8859_1)
                .equals("HEAD ");
    }

    @Override
    public void close() {
        staying.values().forEach(wire -> {
            try {
                wire.close();
            } catch (IOException e) {
                LOG.debug("A connection does not close", e);
            }
        });
    }
}
