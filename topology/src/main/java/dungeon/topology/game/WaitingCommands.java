package dungeon.topology.game;

import dungeon.rules.Arrival;
import dungeon.rules.Caller;
import dungeon.schemas.Command;
import dungeon.schemas.state.CallerKind;
import dungeon.schemas.state.WaitingCommand;
import dungeon.topology.HandledCommands;
import dungeon.topology.StoreKeys;
import dungeon.topology.admission.Received;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The commands that are to be decided later, for each game in the order in which they came. Their keys, the gameId and a
 * number, are kept in Java as well, so that looking for one costs no scan where there is none.
 */
final class WaitingCommands {
    /** A command's key in the store, and the broker's stamp of the command. */
    private record Waiting(Bytes key, long stampMs) {}

    private final KeyValueStore<Bytes, WaitingCommand> store;
    private final Map<String, ArrayDeque<Waiting>> byGame = new HashMap<>();

    WaitingCommands(KeyValueStore<Bytes, WaitingCommand> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, WaitingCommand> all = store.all()) {
            all.forEachRemaining(
                    entry -> of(StoreKeys.gameIdOf(entry.key)).add(new Waiting(entry.key, entry.value.getStampMs())));
        }
    }

    /**
     * Whether a command of a game must wait because others do: those of its game, or one of another game that is so much older
     * that its id, remembered at its own time, would be forgotten at once ({@link HandledCommands#LEAD_MAXIMUM_MS}).
     */
    boolean holdUp(String gameId, long stampMs) {
        return !byGame.isEmpty()
                && (byGame.containsKey(gameId)
                        || stampMs - firstOf(oldest()).stampMs() > HandledCommands.LEAD_MAXIMUM_MS);
    }

    boolean isEmpty() {
        return byGame.isEmpty();
    }

    /** The game of which the oldest one is; there has to be one. */
    String oldest() {
        return Collections.min(
                byGame.keySet(),
                Comparator.comparingLong(gameId -> firstOf(gameId).stampMs()));
    }

    /** The one of a game that came first; there has to be one. */
    Received<Command> first(String gameId) {
        WaitingCommand waiting = store.get(firstOf(gameId).key());
        Caller caller = new Caller(
                Caller.Kind.valueOf(waiting.getCallerKind().name()),
                waiting.getCallerId(),
                waiting.getCallerName(),
                waiting.getCallerProblem());
        return new Received<>(waiting.getCommand(), new Arrival(caller, waiting.getStampMs(), waiting.getBytes()));
    }

    void addLast(String gameId, Received<Command> received) {
        ArrayDeque<Waiting> queue = of(gameId);
        Bytes key = StoreKeys.numbered(
                gameId, queue.isEmpty() ? 0 : StoreKeys.numberOf(queue.getLast().key()) + 1);
        Arrival arrival = received.arrival();
        Caller caller = arrival.caller();
        store.put(
                key,
                new WaitingCommand(
                        received.command(),
                        CallerKind.valueOf(caller.kind().name()),
                        caller.playerId(),
                        caller.playerName(),
                        caller.problem(),
                        arrival.stampMs(),
                        arrival.bytes()));
        queue.add(new Waiting(key, arrival.stampMs()));
    }

    void removeFirst(String gameId) {
        ArrayDeque<Waiting> queue = byGame.get(gameId);
        store.delete(queue.removeFirst().key());
        if (queue.isEmpty()) {
            byGame.remove(gameId);
        }
    }

    private Waiting firstOf(String gameId) {
        return byGame.get(gameId).getFirst();
    }

    private ArrayDeque<Waiting> of(String gameId) {
        return byGame.computeIfAbsent(gameId, id -> new ArrayDeque<>());
    }
}
