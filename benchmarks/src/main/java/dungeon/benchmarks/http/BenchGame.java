package dungeon.benchmarks.http;

import java.util.List;

/**
 * A running game that is asked about and sent commands to.
 *
 * @param gameId the game
 * @param players who has robots in it
 */
public record BenchGame(String gameId, List<BenchPlayer> players) {

    /** All robots in the game. */
    public List<String> robotIds() {
        return players.stream().flatMap(player -> player.robotIds().stream()).toList();
    }

    /**
     * A player.
     *
     * @param token the player's JWT
     * @param robotIds the player's robots
     */
    public record BenchPlayer(String token, List<String> robotIds) {}
}
