package dungeon.verification.siege.attacks;

import java.io.IOException;
import java.util.Random;

/** A kind of hostile player. It tries one thing after the other at a fixed rate, whatever comes of the tries before. */
public interface Attack extends AutoCloseable {
    /** What it is called in the table, in one or two words. */
    String name();

    /** What a try is, in a few words. */
    String each();

    /** How many tries a minute. */
    int perMinute();

    /** Whether something of it may be granted; if not, a single try that gets through breaks a bound. */
    boolean mayGetThrough();

    /** Whether an event that comes of a try on Kafka, other than a rejection, is what was wanted; by the event's name. */
    default boolean isGrant(String event) {
        return true;
    }

    /** What came of the tries so far. */
    Tally tally();

    /** Gets what it needs before the siege begins, such as players. */
    default void prepare() throws IOException, InterruptedException {}

    /**
     * Tries once. Called by several threads.
     *
     * @param random its own for each try
     */
    void attempt(Random random) throws IOException, InterruptedException;

    /** Lets go of what it holds. */
    @Override
    default void close() {}
}
