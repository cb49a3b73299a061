package dungeon.verification.simulation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * Games one after the other, each of a seed that is one more than that before, until one breaks a promise. A seed decides
 * everything about its game.
 */
public final class Simulation {
    private final SeededGames kind;
    private long games;
    private long commands;
    private long events;

    /** Of games of one kind. */
    public Simulation(SeededGames kind) {
        this.kind = kind;
    }

    /**
     * Plays the game of a seed and checks it.
     *
     * @return what is wrong with it, if something is
     */
    public Optional<String> play(long seed) {
        try {
            SeededGames.Checked game = kind.play(seed);
            games++;
            commands += game.commands();
            events += game.events();
            return game.finding();
        } catch (RuntimeException e) {
            // Nothing that a player can send may stop a partition.
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Optional.of(trace.toString());
        }
    }

    /** How many games were played. */
    public long games() {
        return games;
    }

    /** How many commands there were in them. */
    public long commands() {
        return commands;
    }

    /** How many events there were in them. */
    public long events() {
        return events;
    }

    /** What has happened in them. */
    public Occurrences occurrences() {
        return kind.occurrences();
    }
}
