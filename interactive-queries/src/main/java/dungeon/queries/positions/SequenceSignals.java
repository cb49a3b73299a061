package dungeon.queries.positions;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Wakes those who wait until the views contain a certain event of a game. */
public final class SequenceSignals {
    private record Waiter(long sequence, CompletableFuture<Void> reached) {}

    private final ConcurrentHashMap<String, Set<Waiter>> waitersByGame = new ConcurrentHashMap<>();

    /**
     * A future that completes once the event was folded in, and fails with a {@link java.util.concurrent.TimeoutException}
     * if that takes too long. What follows on it must run on another thread, since it is the fold's that completes it.
     *
     * @param sequence the event's number
     * @param contained the number of the last event that the views contain now
     */
    public CompletableFuture<Void> whenReached(String gameId, long sequence, LongSupplier contained, Duration timeout) {
        Waiter waiter = new Waiter(
                sequence, new CompletableFuture<Void>().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS));
        waitersByGame.compute(gameId, (id, waiters) -> {
            Set<Waiter> all = waiters == null ? ConcurrentHashMap.newKeySet() : waiters;
            all.add(waiter);
            return all;
        });
        CompletableFuture<Void> done = waiter.reached().whenComplete((reached, problem) -> forget(gameId, waiter));
        // Looked at after the registration, so that no event slips through in between.
        if (contained.getAsLong() >= sequence) {
            waiter.reached().complete(null);
        }
        return done;
    }

    /** The stores contain an event now. */
    public void reached(String gameId, long sequence) {
        if (waitersByGame.isEmpty()) {
            return;
        }
        Set<Waiter> waiters = waitersByGame.get(gameId);
        if (waiters != null) {
            for (Waiter waiter : waiters) {
                if (waiter.sequence() <= sequence) {
                    waiter.reached().complete(null);
                }
            }
        }
    }

    /** How many wait now. */
    public int waiting() {
        return waitersByGame.values().stream().mapToInt(Set::size).sum();
    }

    private void forget(String gameId, Waiter waiter) {
        waitersByGame.computeIfPresent(gameId, (id, waiters) -> {
            waiters.remove(waiter);
            return waiters.isEmpty() ? null : waiters;
        });
    }
}
