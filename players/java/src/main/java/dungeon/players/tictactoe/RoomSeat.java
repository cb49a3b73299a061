package dungeon.players.tictactoe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.EventFeed;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.PatientHttp;
import dungeon.players.connection.Platform;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A player's place in a room, with nothing that another player has not: it follows the room's events, and sends commands over HTTP. */
public final class RoomSeat {
    /** After so long without an effect an order is sent again; it has the same id, and is carried out once. */
    static final Duration AGAIN = Duration.ofMillis(2_500);

    private static final Logger LOG = LoggerFactory.getLogger(RoomSeat.class);

    /** For all seats of a process, because each client has a thread of its own. */
    private static final PatientHttp HTTP = new PatientHttp();

    private final Platform platform;
    private final Credentials player;
    private final String roomId;
    private ObjectNode sent;
    private long sentNanos;

    private RoomSeat(Platform platform, Credentials player, String roomId) {
        this.platform = platform;
        this.player = player;
        this.roomId = roomId;
    }

    /**
     * Opens a room and takes its first seat.
     *
     * @param moveTime how long a player may take for a move, 1 s to 10 min
     * @throws UncheckedIOException if the platform refuses it, such as for a player with five rooms, or does not answer
     */
    public static RoomSeat open(Platform platform, Credentials player, Duration moveTime) throws InterruptedException {
        return open(platform, player, moveTime, UUID.randomUUID().toString());
    }

    /**
     * The same, for whoever may ask again.
     *
     * @param commandId UUID; asked again with the same one within two minutes, there is still one room
     */
    public static RoomSeat open(Platform platform, Credentials player, Duration moveTime, String commandId)
            throws InterruptedException {
        try {
            JsonNode room = HTTP.post(
                    platform.ingestUrl() + "/rooms",
                    player.token(),
                    order(commandId).put("moveMs", moveTime.toMillis()));
            return new RoomSeat(platform, player, room.path("roomId").asText());
        } catch (HttpProblem e) {
            throw new UncheckedIOException("Cannot open a room: " + e.getMessage(), e);
        }
    }

    /**
     * Takes the free seat of an open room, or goes on in a seat that the player has.
     *
     * @throws UncheckedIOException if the platform refuses it, such as for a room that is full, or does not answer
     */
    public static RoomSeat join(Platform platform, Credentials player, String roomId) throws InterruptedException {
        try {
            HTTP.post(
                    "%s/rooms/%s/participants".formatted(platform.ingestUrl(), roomId),
                    player.token(),
                    order(UUID.randomUUID().toString()));
        } catch (HttpProblem e) {
            if (!e.code().equals("ALREADY_SEATED")) {
                throw new UncheckedIOException("Cannot join the room %s: %s".formatted(roomId, e.getMessage()), e);
            }
        }
        return new RoomSeat(platform, player, roomId);
    }

    /** Goes on in a seat that the player has. */
    public static RoomSeat of(Platform platform, Credentials player, String roomId) {
        return new RoomSeat(platform, player, roomId);
    }

    /** UUID. */
    public String roomId() {
        return roomId;
    }

    /**
     * Plays rounds with changing sides, and leaves; comes back when the room is closed, also because the other has left, or is not there any more.
     *
     * @param rounds how many, 1 to 100
     * @throws InterruptedException if the thread is interrupted, which is the way to stop early
     * @throws UncheckedIOException if the platform does not answer for long
     */
    public void play(CellChooser chooser, int rounds) throws InterruptedException {
        RoomView room = new RoomView(player.playerId());
        String answered = "";
        String url = "%s/rooms/%s/events".formatted(platform.queriesUrl(), roomId);
        try (EventFeed feed = EventFeed.of(HTTP, url)) {
            while (!room.isClosed() && !feed.isOver()) {
                feed.next().forEach(room::learn);
                String open = questionOf(room);
                if (open.isEmpty()) {
                    sent = null;
                } else if (!open.equals(answered)) {
                    answered = open;
                    send(answer(room, chooser, rounds));
                } else if (System.nanoTime() - sentNanos > AGAIN.toNanos()) {
                    send(sent);
                }
            }
        }
    }

    /** What the player has to answer now; empty for nothing. */
    private static String questionOf(RoomView room) {
        if (room.isMyTurn()) {
            return "move %d of round %d".formatted(room.move(), room.round());
        }
        boolean isAsked = room.isRoundOver() && !room.hasOffered() && !room.isClosed();
        return isAsked ? "the end of round %d".formatted(room.round()) : "";
    }

    private static ObjectNode answer(RoomView room, CellChooser chooser, int rounds) {
        ObjectNode order = order(UUID.randomUUID().toString());
        if (room.isMyTurn()) {
            return order.put("type", "PlaceMark")
                    .put("round", room.round())
                    .put("move", room.move())
                    .put("cell", chooser.choose(room.cells()));
        }
        return room.round() < rounds
                ? order.put("type", "OfferRematch").put("round", room.round())
                : order.put("type", "LeaveRoom");
    }

    /** With an id, whatever is sent again because its answer got lost has one effect. */
    private static ObjectNode order(String commandId) {
        return JsonNodeFactory.instance.objectNode().put("commandId", commandId);
    }

    private void send(ObjectNode order) throws InterruptedException {
        sent = order;
        sentNanos = System.nanoTime();
        try {
            HTTP.post("%s/rooms/%s/commands".formatted(platform.ingestUrl(), roomId), player.token(), order);
        } catch (HttpProblem e) {
            // Such as for a room that the other has just left; the events say what is true.
            LOG.info("{} was refused {}: {}", player.playerName(), order, e.getMessage());
        }
    }
}
