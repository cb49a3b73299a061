package dungeon.players;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.PatientHttp;
import dungeon.players.connection.Platform;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A player with a name and a token, who looks for a game. */
public final class SignedInPlayer {
    private static final int BOTS = 2;
    private static final Duration DURATION = Duration.ofMinutes(5);

    private final Platform platform;
    private final Credentials credentials;
    private final boolean overKafka;

    SignedInPlayer(Platform platform, Credentials credentials, boolean overKafka) {
        this.platform = platform;
        this.credentials = credentials;
        this.overKafka = overKafka;
    }

    /** Who it is, and the token that proves it. */
    public Credentials credentials() {
        return credentials;
    }

    /** The same player straight on Kafka, where nothing is faster; otherwise it plays over HTTP. */
    public SignedInPlayer overKafka() {
        return new SignedInPlayer(platform, credentials, true);
    }

    /** A practice game of five minutes against two bots. */
    public GameSeat practice() throws InterruptedException {
        return practice(BOTS, DURATION);
    }

    /**
     * A practice game, which runs already; if the player has one that is not over, that one.
     *
     * @param bots how many bots play against the player, 0 to 9
     * @throws UncheckedIOException if the platform refuses it or does not answer
     */
    public GameSeat practice(int bots, Duration duration) throws InterruptedException {
        try {
            JsonNode game = new PatientHttp()
                    .post(
                            platform.ingestUrl() + "/practice-games",
                            credentials.token(),
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("bots", bots)
                                    .put("durationMs", duration.toMillis()));
            return game(game.path("gameId").asText());
        } catch (HttpProblem e) {
            // It was started by an earlier run of the program, or by a try whose answer got lost.
            if (e.code().equals("PRACTICE_GAME_RUNNING")) {
                return game(e.gameId());
            }
            throw new UncheckedIOException("Cannot start a practice game: " + e.getMessage(), e);
        }
    }

    /**
     * A game that exists.
     *
     * @param gameId UUID
     */
    public GameSeat game(String gameId) {
        return new GameSeat(platform, credentials, gameId, overKafka);
    }
}
