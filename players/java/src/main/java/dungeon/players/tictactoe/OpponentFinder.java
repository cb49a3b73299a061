package dungeon.players.tictactoe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an opponent, as a player without an opponent does: it asks, says now and then that it still waits, and is told of a room. */
public final class OpponentFinder {
    /** A search that is not renewed for half a minute ends. */
    private static final Duration RENEWED = Duration.ofSeconds(10);

    private static final long PAUSE_MS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(OpponentFinder.class);

    /** For all searches of a process, because each client has a thread of its own. */
    private static final JsonHttp HTTP = new JsonHttp();

    private final Platform platform;
    private final Credentials player;
    private final String pace;
    private final String commandId = UUID.randomUUID().toString();
    private String searchId;
    private long renewedNanos;

    /** @param pace how fast is played: FAST, NORMAL or SLOW */
    public OpponentFinder(Platform platform, Credentials player, String pace) {
        this.platform = platform;
        this.player = player;
        this.pace = pace;
    }

    /**
     * Waits for an opponent. What fails for a moment is asked again.
     *
     * @return a seat in the room of both; empty if the search has come to nothing, such as behind an outage
     * @throws HttpProblem if the platform refuses it, such as for a player with five rooms
     * @throws InterruptedException if the thread is interrupted; the search ends by itself then
     */
    public Optional<RoomSeat> find() throws HttpProblem, InterruptedException {
        while (true) {
            long pauseMs = PAUSE_MS;
            try {
                Optional<String> room = ask();
                if (room.isPresent()) {
                    return Optional.of(RoomSeat.of(platform, player, room.get()));
                }
            } catch (HttpProblem e) {
                if (e.code().equals("UNKNOWN_SEARCH")) {
                    return Optional.empty();
                }
                // Too many rooms do not become fewer by asking.
                if (!e.isWorthRepeating() || e.code().equals("LIMIT_REACHED")) {
                    throw e;
                }
                LOG.debug("It is asked again", e);
                pauseMs = e.pauseMs(PAUSE_MS);
            } catch (IOException e) {
                LOG.debug("Nobody answers, and it is asked again", e);
            }
            TimeUnit.MILLISECONDS.sleep(pauseMs);
        }
    }

    private Optional<String> ask() throws IOException, InterruptedException {
        if (searchId == null) {
            ObjectNode wish = JsonNodeFactory.instance.objectNode();
            wish.put("commandId", commandId).put("pace", pace);
            searchId = HTTP.post(platform.ingestUrl() + "/matchmaking", player.token(), wish)
                    .path("searchId")
                    .asText();
            renewedNanos = System.nanoTime();
        }
        if (System.nanoTime() - renewedNanos > RENEWED.toNanos()) {
            renew();
        }
        JsonNode search = HTTP.get("%s/matchmaking/%s".formatted(platform.queriesUrl(), searchId));
        Optional<String> room = Optional.ofNullable(search.get("roomId")).map(JsonNode::asText);
        return room.isPresent() && isOpen(room.get()) ? room : Optional.empty();
    }

    /** A room that was asked for opens a moment later, or becomes another one. */
    private boolean isOpen(String roomId) throws IOException, InterruptedException {
        try {
            HTTP.get("%s/rooms/%s".formatted(platform.queriesUrl(), roomId));
            return true;
        } catch (HttpProblem e) {
            if (!e.code().equals("UNKNOWN_ROOM")) {
                throw e;
            }
            return false;
        }
    }

    private void renew() throws IOException, InterruptedException {
        long askedNanos = System.nanoTime();
        try {
            HTTP.put("%s/matchmaking/%s".formatted(platform.ingestUrl(), searchId), player.token());
            renewedNanos = askedNanos;
        } catch (HttpProblem e) {
            // An opponent was found, it is over, or it has not come to the pool yet; the queries tell which.
            if (!e.code().equals("NOT_SEARCHING")) {
                throw e;
            }
        }
    }
}
