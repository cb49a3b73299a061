package dungeon.topology.game;

import dungeon.rules.Arrival;
import dungeon.rules.Caller;
import dungeon.schemas.Command;
import dungeon.schemas.state.CallerKind;
import dungeon.schemas.state.WaitingCommand;
import dungeon.topology.StoreKeys;
import dungeon.topology.admission.Received;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The commands that are to be decided later, for each game in the order in which they came. Their keys, the gameId and a
 * number, are kept in Java as well, so that looking for one costs no scan where there is none.
 */
final class WaitingCommands {
    private final KeyValueStore<Bytes, WaitingCommand> store;
    private final Map<String, ArrayDeque<Bytes>> keysByGame = new LinkedHashMap<>();

    WaitingCommands(KeyValueStore<Bytes, WaitingCommand> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, WaitingCommand> all = store.all()) {
            all.forEachRemaining(entry -> keysOf(StoreKeys.gameIdOf(entry.key)).add(entry.key));
        }
    }

    /** The games of which commands wait. */
    List<String> games() {
        return keysByGame.isEmpty() ? List.of() : List.copyOf(keysByGame.keySet());
    }

    boolean hasSome(String gameId) {
        return keysByGame.containsKey(gameId);
    }

    /** The one of a game that came first; there has to be one. */
    Received<Command> first(String gameId) {
        WaitingCommand waiting = store.get(keysByGame.get(gameId).getFirst());
        Caller caller = new Caller(
                Caller.Kind.valueOf(waiting.getCallerKind().name()),
                waiting.getCallerId(),
                waiting.getCallerName(),
                waiting.getCallerProblem());
        return new Received<>(waiting.getCommand(), new Arrival(caller, waiting.getStampMs(), waiting.getBytes()));
    }

    void addLast(String gameId, Received<Command> received) {
        ArrayDeque<Bytes> keys = keysOf(gameId);
        Bytes key = StoreKeys.numbered(gameId, keys.isEmpty() ? 0 : StoreKeys.numberOf(keys.getLast()) + 1);
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
        keys.add(key);
    }

    void removeFirst(String gameId) {
        ArrayDeque<Bytes> keys = keysByGame.get(gameId);
        store.delete(keys.removeFirst());
        if (keys.isEmpty()) {
            keysByGame.remove(gameId);
        }
    }

    private ArrayDeque<Bytes> keysOf(String gameId) {
        return keysByGame.computeIfAbsent(gameId, id -> new ArrayDeque<>());
    }
}
