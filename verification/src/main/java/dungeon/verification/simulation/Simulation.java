package dungeon.verification.simulation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Games one after the other, each of a seed that is one more than that before, until one breaks a promise. A seed decides
 * everything about its game.
 */
public final class Simulation {
    /** A game of bots takes as long as many random ones. */
    private static final int GAMES_PER_BOT_GAME = 200;

    /** A replay takes about as long as the game and its audit. */
    private static final int GAMES_PER_REPLAY = 4;

    private static final int COMMANDS_MINIMUM = 100;
    private static final int COMMANDS_MAXIMUM = 700;

    private final Sometimes sometimes = new Sometimes();
    private long games;
    private long commands;
    private long events;

    /**
     * Plays the game of a seed and checks it.
     *
     * @return what is wrong with it, if something is
     */
    public Optional<String> play(long seed) {
        try {
            SimulatedGame game = game(seed);
            games++;
            commands += game.sent().size();
            events += game.events().size();
            sometimes.look(game);
            GameCheck check = new GameCheck(game);
            Optional<String> finding = check.audit();
            return finding.isEmpty() && isOneIn(GAMES_PER_REPLAY, seed) ? check.replay() : finding;
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
    public Sometimes sometimes() {
        return sometimes;
    }

    private static SimulatedGame game(long seed) {
        if (isOneIn(GAMES_PER_BOT_GAME, seed)) {
            return BotGame.play(seed);
        }
        // Not the seed itself: those of neighbours begin with much the same numbers.
        SplittableRandom random = new SplittableRandom(seed);
        return RandomGame.play(random.nextLong(), random.nextInt(COMMANDS_MINIMUM, COMMANDS_MAXIMUM));
    }

    private static boolean isOneIn(int games, long seed) {
        return Math.floorMod(seed, games) == 0;
    }
}
