package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Detail;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnPracticeGame;
import java.util.Optional;

/** Who may open a match for others. What has become of it is reported as that of a practice game is, and counts likewise. */
final class MatchRules {
    private final OwnGames games;

    MatchRules(OwnGames games) {
        this.games = games;
    }

    void request(Decision<StateReader> decision, RequestMatch request) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        if (!hasPlaceForAnother(decision, player)) {
            return;
        }
        String hash = games.admit(decision, player, request.getMap(), LobbyLimits.MATCH_TILES_PER_PARTITION);
        if (hash != null) {
            decision.emit(new MatchGranted(
                    OwnGames.newId(decision),
                    request.getMap(),
                    hash,
                    request.getMapTypeId(),
                    new OpenMatch(player.getPlayerId(), player.getPlayerName(), request.getBots()),
                    request.getSeats(),
                    request.getDurationMs(),
                    request.getWaitMs(),
                    decision.time().plus(LobbyLimits.PRACTICE_GIVEN_UP),
                    OwnGames.mapTypeExpiry(decision, player, request.getMapTypeId())));
        }
    }

    private static boolean hasPlaceForAnother(Decision<StateReader> decision, LobbyPlayer player) {
        Optional<OwnPracticeGame> open = player.getPracticeGames().stream()
                .filter(game -> game.getMatch() && !game.getClosed())
                .findFirst();
        if (open.isPresent()) {
            String gameId = open.get().getGameId();
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "matchesPerPlayer",
                    LobbyLimits.MATCHES_PER_PLAYER,
                    "The match %s that you have opened is not over yet".formatted(gameId),
                    LobbyLimits.MATCH_AGAIN,
                    new Detail("gameId", gameId));
        } else if (LobbyDecider.totals(decision).getMatches() >= LobbyLimits.MATCHES_PER_PARTITION) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "matches",
                    LobbyLimits.MATCHES_PER_PARTITION,
                    "So many matches are open that there can be no other one now",
                    LobbyLimits.MATCH_AGAIN);
        } else {
            return true;
        }
        return false;
    }
}
