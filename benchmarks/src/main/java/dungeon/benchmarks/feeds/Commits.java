package dungeon.benchmarks.feeds;

import java.util.concurrent.atomic.AtomicLongArray;

/** When each event of some games was committed, by its place among all. */
final class Commits {
    private final AtomicLongArray nanos;
    private final int eventsPerGame;

    Commits(int games, int eventsPerGame) {
        this.nanos = new AtomicLongArray(games * eventsPerGame);
        this.eventsPerGame = eventsPerGame;
    }

    /** Takes note of an event; of those of which none is taken, nobody asks how long they took. */
    void committed(int game, long sequence, long atNanos) {
        nanos.set(index(game, sequence), atNanos);
    }

    /** When an event was committed; 0 if no note was taken. */
    long nanosOf(int game, long sequence) {
        return sequence >= eventsPerGame ? 0 : nanos.get(index(game, sequence));
    }

    private int index(int game, long sequence) {
        return game * eventsPerGame + Math.toIntExact(sequence);
    }
}
