package dungeon.benchmarks.age;

/**
 * How old the two installations are.
 *
 * @param youngGames ended games of the young one
 * @param oldGames ended games of the old one
 * @param commandsPerPlayer of each player, in the one game that each has played
 */
public record AgePlan(int youngGames, int oldGames, int commandsPerPlayer) {
    public static final int OLD_GAMES = 100_000;
    public static final int COMMANDS_PER_PLAYER = 100;
    private static final int YOUNG_SHARE = 100;

    /** An old installation of some size, and one with a hundredth of its games. */
    public static AgePlan of(int oldGames, int commandsPerPlayer) {
        return new AgePlan(Math.max(1, oldGames / YOUNG_SHARE), oldGames, commandsPerPlayer);
    }
}
