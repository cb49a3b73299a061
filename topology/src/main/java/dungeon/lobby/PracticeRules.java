package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.ClosingReason;
import dungeon.schemas.Detail;
import dungeon.schemas.GameState;
import dungeon.schemas.GuestKept;
import dungeon.schemas.PracticeGameClosed;
import dungeon.schemas.PracticeGameConfirmed;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.PracticeGameReleased;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnPracticeGame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may have a practice game, and for how long it and a match that a player has opened count. The game itself is made elsewhere, and reported. */
final class PracticeRules {
    private final OwnGames games;

    PracticeRules(OwnGames games) {
        this.games = games;
    }

    void request(Decision<StateReader> decision, RequestPracticeGame request) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        Optional<OwnPracticeGame> running = player.getPracticeGames().stream()
                .filter(game -> !game.getClosed() && !game.getMatch())
                .findFirst();
        if (running.isPresent()) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.PRACTICE_GAME_RUNNING,
                    "The practice game %s is not over yet"
                            .formatted(running.get().getGameId()),
                    List.of(new Detail("gameId", running.get().getGameId())));
            return;
        }
        String hash = games.admit(decision, player, request.getMap(), LobbyLimits.PRACTICE_TILES_PER_PARTITION);
        if (hash != null) {
            decision.emit(new PracticeGameGranted(
                    OwnGames.newId(decision),
                    request.getMap(),
                    hash,
                    request.getMapTypeId(),
                    request.getBots(),
                    request.getDurationMs(),
                    decision.time().plus(LobbyLimits.PRACTICE_GIVEN_UP),
                    OwnGames.mapTypeExpiry(decision, player, request.getMapTypeId())));
        }
    }

    /** What has become of a game; said again, it changes nothing. */
    static void report(Decision<StateReader> decision, ReportPracticeGame report) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        OwnPracticeGame game = PracticeEvolution.find(player, report.getGameId());
        boolean known = game != null && !game.getClosed();
        if (known && report.getState() == GameState.ENDED) {
            close(decision, player, game, game.getConfirmed() ? ClosingReason.ENDED : ClosingReason.UNPLAYABLE);
        } else if (report.getState() == GameState.CREATED && isNews(game)) {
            confirm(decision, player, game);
        } else {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.UNKNOWN_GAME,
                    "Nothing new is reported of the game %s".formatted(report.getGameId()),
                    List.of());
        }
    }

    /**
     * Whether it was not known that the game is there. A match that was given up counts again: it is there for others, and the relay was away
     * for longer than the lobby waits.
     */
    private static boolean isNews(OwnPracticeGame game) {
        return game != null && !game.getConfirmed() && (!game.getClosed() || game.getMatch());
    }

    private static void confirm(Decision<StateReader> decision, LobbyPlayer player, OwnPracticeGame game) {
        boolean hasNotPlayed = player.getExpiresAtMs() != null;
        Duration most = game.getMatch() ? LobbyLimits.MATCH_LIFE_MAXIMUM : LobbyLimits.PRACTICE_DURATION_MAXIMUM;
        Instant overAt = decision.time().plus(most).plus(LobbyLimits.PRACTICE_REPORT_MARGIN);
        decision.emit(new PracticeGameConfirmed(game.getGameId(), overAt));
        if (hasNotPlayed) {
            decision.emit(new GuestKept());
        }
    }

    static void giveUp(Decision<StateReader> decision, String gameId) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        close(decision, player, PracticeEvolution.find(player, gameId), ClosingReason.GIVEN_UP);
    }

    static void release(Decision<StateReader> decision, String gameId) {
        decision.emit(new PracticeGameReleased(gameId));
    }

    private static void close(
            Decision<StateReader> decision, LobbyPlayer player, OwnPracticeGame game, ClosingReason reason) {
        decision.emit(new PracticeGameClosed(
                game.getGameId(),
                reason,
                decision.time().plus(LobbyLimits.PRACTICE_RELEASED),
                reason == ClosingReason.UNPLAYABLE ? withUnplayable(player, game.getMapHash()) : null));
    }

    private static List<String> withUnplayable(LobbyPlayer player, String mapHash) {
        List<String> maps = new ArrayList<>(player.getUnplayableMaps());
        maps.add(mapHash);
        return List.copyOf(maps.subList(Math.max(0, maps.size() - LobbyLimits.UNPLAYABLE_MAPS_KEPT), maps.size()));
    }
}
