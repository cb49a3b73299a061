package dungeon.verification.simulation;

import java.util.Optional;
import java.util.SplittableRandom;

/** Games of robots: most of random commands, some of bots. */
public final class RobotsGames implements SeededGames {
    /** A game of bots takes as long as many random ones. */
    private static final int GAMES_PER_BOT_GAME = 200;

    /** A replay takes about as long as the game and its audit. */
    private static final int GAMES_PER_REPLAY = 4;

    private static final int COMMANDS_MINIMUM = 100;
    private static final int COMMANDS_MAXIMUM = 700;

    private final Sometimes sometimes = new Sometimes();

    @Override
    public Checked play(long seed) {
        SimulatedGame game = game(seed);
        sometimes.look(game);
        GameCheck check = new GameCheck(game);
        Optional<String> finding = check.audit();
        return new Checked(
                game.sent().size(),
                game.events().size(),
                finding.isEmpty() && isOneIn(GAMES_PER_REPLAY, seed) ? check.replay() : finding);
    }

    @Override
    public Occurrences occurrences() {
        return sometimes.occurrences();
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
