package dungeon.verification.simulation;

import java.util.Optional;

/** Games of one kind, of which a seed decides everything. */
public interface SeededGames {
    /**
     * A game that was played and checked.
     *
     * @param commands how many there were in it
     * @param events how many there were in it
     * @param finding what is wrong with it; empty if nothing is
     */
    record Checked(int commands, int events, Optional<String> finding) {}

    /** Plays the game of a seed and checks it. */
    Checked play(long seed);

    /** What has happened in all of them so far. */
    Occurrences occurrences();
}
