package dungeon.verification.tictactoe;

import dungeon.platform.core.InMemoryAggregate;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.tictactoe.TicTacToeContext;
import dungeon.tictactoe.state.TicTacToeTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Plays the commands of a room again: the bytes of the events must be the same, and their fold must be the state. */
public final class RoomReplay {
    private final PlayedRoom room;
    private final InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> again;
    private final InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> folded;
    private int published;
    private String problem;

    private RoomReplay(PlayedRoom room) {
        this.room = room;
        this.again = TicTacToeContext.inMemory(room.roomId());
        this.folded = TicTacToeContext.inMemory(room.roomId());
    }

    /** The first thing that is wrong; empty if nothing is. */
    public static Optional<String> of(PlayedRoom room) {
        RoomReplay replay = new RoomReplay(room);
        room.sent().forEach(delivery -> replay.again.handle(delivery.command(), delivery.arrival(), replay::publish));
        if (replay.published != room.events().size()) {
            replay.fail(room.events().size() + " events", replay.published + " events");
        }
        return Optional.ofNullable(replay.problem);
    }

    private void publish(List<TicTacToeEvent> events) {
        for (TicTacToeEvent event : events) {
            TicTacToeEvent first =
                    published < room.events().size() ? room.events().get(published) : null;
            published++;
            if (first == null || !bytes(first).equals(bytes(event))) {
                fail(String.valueOf(first), event.toString());
            }
            if (event.getSequence() > 0) {
                folded.fold(event);
            }
        }
        // A rejection outside of the sequence, as to a room that is closed, changes nothing.
        if (events.get(events.size() - 1).getSequence() > 0) {
            compare(
                    again.state().load(TicTacToeTables.ROOMS, null),
                    folded.state().load(TicTacToeTables.ROOMS, null));
            compare(again.state().progress(), folded.state().progress());
            compare(again.state().timers().all(), folded.state().timers().all());
        }
    }

    private void compare(Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            fail(String.valueOf(expected), String.valueOf(found));
        }
    }

    private void fail(String expected, String found) {
        if (problem == null) {
            problem = "room %s, event %d, played again: expected %s, found %s"
                    .formatted(room.roomId(), published, expected, found);
        }
    }

    private static ByteBuffer bytes(TicTacToeEvent event) {
        try {
            return event.toByteBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
