package dungeon.verification.siege.attacks;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A kind of hostile player. It tries one thing after the other at a fixed rate, whatever comes of the tries before. */
public abstract class Attack implements AutoCloseable {
    /**
     * What the table says of it.
     *
     * @param name in one or two words
     * @param each what a try is, in a few words
     * @param perMinute how many tries
     * @param mayGetThrough whether something of it may be granted; if not, a single try that gets through breaks a bound
     */
    record Kind(String name, String each, int perMinute, boolean mayGetThrough) {}

    final Battlefield field;
    /** Null for a kind that writes to Kafka only. */
    final HttpFrom http;

    final Tally tally = new Tally();
    private final Kind kind;
    private final int guestsWanted;
    private final AtomicLong tries = new AtomicLong();
    private List<Guest> guests = List.of();

    /** @param guestsWanted as how many players it comes */
    Attack(Kind kind, Battlefield field, HttpFrom http, int guestsWanted) {
        this.kind = kind;
        this.field = field;
        this.http = http;
        this.guestsWanted = guestsWanted;
    }

    public final String name() {
        return kind.name();
    }

    public final String each() {
        return kind.each();
    }

    public final int perMinute() {
        return kind.perMinute();
    }

    public final boolean mayGetThrough() {
        return kind.mayGetThrough();
    }

    /** What came of the tries so far. */
    public final Tally tally() {
        return tally;
    }

    /** Whether an event that comes of a try on Kafka, other than a rejection, is what was wanted; by the event's name. */
    boolean isGrant(String event) {
        return true;
    }

    /** Registers its players, before the siege begins. */
    public final void prepare() throws IOException, InterruptedException {
        if (guestsWanted > 0) {
            guests = field.guests(http, guestsWanted);
        }
    }

    /**
     * Tries once. Called by several threads.
     *
     * @param random its own for each try
     */
    public abstract void attempt(Random random) throws IOException, InterruptedException;

    /** Lets go of what it holds. */
    @Override
    public void close() {
        // Most kinds hold nothing.
    }

    /** The number of this try, from 1. */
    final long nextTry() {
        return tries.incrementAndGet();
    }

    /** One of its players, in turn. */
    final Guest guest(long turn) {
        return guests.get((int) (turn % guests.size()));
    }

    /** A game that honest players play. */
    final String someGame(Random random) {
        return field.honestGames().get(random.nextInt(field.honestGames().size()));
    }
}
