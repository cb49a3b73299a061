package dungeon.queries.events;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The recent events of all games, within a number of games and of bytes. What was not used for longest goes first. */
final class Rings {
    private final Map<String, GameRing> byGame = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<GameRing> batchesDue = ConcurrentHashMap.newKeySet();
    private final FeedLimits limits;
    private final EventDecoder<?> decoder;

    Rings(FeedLimits limits, EventDecoder<?> decoder) {
        this.limits = limits;
        this.decoder = decoder;
    }

    /** Adds an event of a game, and returns the game's ring. For one thread. */
    GameRing add(String gameId, FeedEvent event) {
        GameRing ring;
        synchronized (this) {
            ring = byGame.computeIfAbsent(gameId, id -> ring(id, event.offset()));
        }
        ring.add(event);
        return ring;
    }

    /** Gives a game's ring to a follower, because of which it stays from now on. */
    synchronized void follow(String gameId, Follower follower, LongSupplier takenTo) {
        GameRing ring = byGame.computeIfAbsent(gameId, id -> ring(id, takenTo.getAsLong()));
        follower.attach(ring);
        ring.followers().add(follower);
    }

    /** An event has come: tells those who follow its game, some of them at the end of the moment. */
    void eventAdded(GameRing ring) {
        if (ring.eventAdded()) {
            batchesDue.add(ring);
        }
    }

    /** The moment ends, for which events were gathered. */
    void endBatches() {
        for (GameRing ring : List.copyOf(batchesDue)) {
            // Before it is told, so that an event that comes meanwhile makes it due again.
            batchesDue.remove(ring);
            ring.endBatch();
        }
    }

    /** The ring of a game, if it has any. */
    synchronized Optional<GameRing> of(String gameId) {
        return Optional.ofNullable(byGame.get(gameId));
    }

    /** Drops what is too much. Rings of games that are followed stay, if need be without events. */
    synchronized void makeRoom() {
        long bytes = bytes();
        Iterator<GameRing> unused = byGame.values().iterator();
        while (unused.hasNext() && (byGame.size() > limits.rings() || bytes > limits.allRingsBytes())) {
            GameRing ring = unused.next();
            if (ring.followers().isEmpty()) {
                bytes -= ring.clear();
                unused.remove();
            }
        }
        Iterator<GameRing> used = byGame.values().iterator();
        while (used.hasNext() && bytes > limits.allRingsBytes()) {
            bytes -= used.next().clear();
        }
    }

    synchronized int size() {
        return byGame.size();
    }

    synchronized long bytes() {
        return byGame.values().stream().mapToLong(GameRing::bytes).sum();
    }

    private GameRing ring(String gameId, long completeFrom) {
        return new GameRing(gameId, completeFrom, limits.ringBytes(), decoder);
    }
}
