package dungeon.rules;

import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.state.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * One decision in the making: what a command or a timer causes. Each event that is emitted changes the draft at once, so
 * that the next one is decided on what it leaves.
 */
final class Decision {
    private final Draft world;
    private final long timeMs;
    private final Instant time;
    private final String commandId;
    private final String playerId;
    private final List<Event> events = new ArrayList<>();

    /**
     * @param timeMs game time, in ms since 1970
     * @param commandId the command that leads to the events; null if there is none
     * @param playerId whose command it is; null if there is none or it is an administrator's
     */
    Decision(Draft world, long timeMs, String commandId, String playerId) {
        this.world = world;
        this.timeMs = timeMs;
        this.time = Instant.ofEpochMilli(timeMs);
        this.commandId = commandId;
        this.playerId = playerId;
    }

    Draft world() {
        return world;
    }

    long timeMs() {
        return timeMs;
    }

    Instant time() {
        return time;
    }

    String playerId() {
        return playerId;
    }

    void emit(SpecificRecord payload) {
        emit(playerId, payload);
    }

    /** Emits an event about another player than the one whose command led to it. */
    void emit(String concernedPlayerId, SpecificRecord payload) {
        Progress progress = world.progress();
        Event event = envelope((progress == null ? 0 : progress.getSequence()) + 1, concernedPlayerId, payload);
        Evolution.evolve(world, event);
        events.add(event);
    }

    /** Refuses the command. The rejection of a command to a game that is not there stands outside any sequence. */
    void reject(RejectionCode code, String message, List<Detail> details) {
        if (!events.isEmpty()) {
            throw new IllegalStateException("A command is rejected before anything else comes of it: " + events);
        }
        CommandRejected rejection = new CommandRejected(code, message, details);
        if (!Purge.isThere(world)) {
            events.add(envelope(0, playerId, rejection));
        } else {
            emit(rejection);
        }
    }

    void reject(RejectionCode code, String message) {
        reject(code, message, List.of());
    }

    /** The events, each with the number of those that follow it. */
    List<Event> events() {
        for (int i = 0; i < events.size(); i++) {
            events.get(i).setRemaining(events.size() - 1 - i);
        }
        return events;
    }

    private Event envelope(long sequence, String concernedPlayerId, SpecificRecord payload) {
        return new Event(world.gameId(), sequence, time, commandId, concernedPlayerId, 0, payload);
    }
}
