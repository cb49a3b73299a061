package dungeon.queries.responses;

import dungeon.schemas.EndReason;
import dungeon.schemas.GameState;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.Rules;
import dungeon.schemas.Standing;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A game. */
public record GameResponse(
        @Schema(description = "The game; UUID") String gameId,
        @Schema(description = "Where the game stands") GameState state,
        @Schema(description = "Name of the map type") String mapName,
        @Schema(description = "Columns of the map") int width,
        @Schema(description = "Rows of the map") int height,
        @Schema(description = "How many players can join") int participantLimit,

        @Schema(description = "How long the game runs from its start, in ms")
        long durationMs,

        @Schema(description = "Game time of the creation") Instant createdAt,
        @Schema(description = "Game time of the start") Instant startedAt,
        @Schema(description = "When the time is up") Instant endsAt,
        @Schema(description = "Game time of the end") Instant endedAt,
        @Schema(description = "Why it ended") EndReason endReason,

        @Schema(description = "The player for whose practice the game is; UUID")
        String practiceFor,

        @Schema(
                description =
                        "Set if it is a match that a player has opened, which starts by itself when all seats are taken")
        OpenMatch match,

        @Schema(
                description =
                        "When it ends if nobody starts it before; a match that a player has opened starts then, if two have joined")
        Instant expiresAt,

        @Schema(
                description =
                        "The map type that the game was made from; UUID; left out for a plan that was never stored")
        String mapTypeId,

        @Schema(description = "The version of the rules by which the game is decided")
        int rulesVersion,

        @Schema(description = "SHA-256 of the seed, in hex") String seedHash,

        @Schema(description = "The seed in hex, once the game has ended")
        String seed,

        @Schema(description = "Who takes part, in the order of joining")
        List<Participant> participants,

        @Schema(description = "The game's values; left out in lists")
        Rules rules,

        @Schema(description = "The final standings, best first, once the game has ended; left out in lists")
        List<Standing> standings) {

    /** A game with all that is known of it. */
    public static GameResponse of(Game game, List<Account> accounts) {
        return of(game, accounts, game.getRules(), game.getStandings());
    }

    /** A game in a list. */
    public static GameResponse brief(Game game, List<Account> accounts) {
        return of(game, accounts, null, null);
    }

    private static GameResponse of(Game game, List<Account> accounts, Rules rules, List<Standing> standings) {
        return new GameResponse(
                game.getGameId(),
                game.getState(),
                game.getMapName(),
                game.getWidth(),
                game.getHeight(),
                game.getParticipantLimit(),
                game.getDurationMs(),
                Instant.ofEpochMilli(game.getCreatedAtMs()),
                time(game.getStartedAtMs()),
                time(game.getEndsAtMs()),
                time(game.getEndedAtMs()),
                game.getEndReason(),
                game.getPracticeFor(),
                game.getMatch(),
                time(game.getExpiresAtMs()),
                game.getMapTypeId(),
                game.getRulesVersion(),
                game.getSeedHash(),
                game.getSeed(),
                accounts.stream()
                        .sorted(Comparator.comparingInt(Account::getNumber))
                        .map(Participant::of)
                        .toList(),
                rules,
                standings);
    }

    private static Instant time(Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }
}
