package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.schemas.PracticeGameClosed;
import dungeon.schemas.PracticeGameConfirmed;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.PracticeGameReleased;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnPracticeGame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What events say of practice games, in the record of the player whose they are. */
final class PracticeEvolution {
    private PracticeEvolution() {}

    static void granted(StateChanges state, EventMetadata event, PracticeGameGranted granted) {
        int tiles = granted.getMap().getWidth() * granted.getMap().getHeight();
        OwnPracticeGame game = new OwnPracticeGame(granted.getGameId(), tiles, granted.getMapHash(), false, false);
        state.change(PLAYERS, null, player -> {
            List<OwnPracticeGame> games = new ArrayList<>(player.getPracticeGames());
            games.add(game);
            player.setPracticeGames(games);
            if (granted.getMapTypeExpiresAt() != null) {
                long expiresAtMs = granted.getMapTypeExpiresAt().toEpochMilli();
                player.setMapTypes(MapTypes.with(player, granted.getMapTypeId(), expiresAtMs));
                state.setTimer(LobbyTimers.mapType(granted.getMapTypeId()), expiresAtMs);
            }
        });
        state.setTimer(
                LobbyTimers.practiceGame(granted.getGameId()),
                granted.getGivenUpAt().toEpochMilli());
        LobbyEvolution.count(state, totals -> totals.setPracticeTiles(totals.getPracticeTiles() + tiles));
    }

    static void confirmed(StateChanges state, EventMetadata event, PracticeGameConfirmed confirmed) {
        state.change(
                PLAYERS,
                null,
                player -> player.setPracticeGames(replaced(
                        player,
                        confirmed.getGameId(),
                        game -> new OwnPracticeGame(
                                game.getGameId(), game.getTiles(), game.getMapHash(), true, false))));
        state.setTimer(
                LobbyTimers.practiceGame(confirmed.getGameId()),
                confirmed.getOverAt().toEpochMilli());
    }

    static void closed(StateChanges state, EventMetadata event, PracticeGameClosed closed) {
        state.change(PLAYERS, null, player -> {
            if (closed.getUnplayableMaps() != null) {
                player.setUnplayableMaps(closed.getUnplayableMaps());
            }
            player.setPracticeGames(replaced(
                    player,
                    closed.getGameId(),
                    game -> new OwnPracticeGame(
                            game.getGameId(), game.getTiles(), game.getMapHash(), game.getConfirmed(), true)));
        });
        state.cancelTimer(LobbyTimers.practiceGame(closed.getGameId()));
        state.setTimer(
                LobbyTimers.release(closed.getGameId()), closed.getReleasedAt().toEpochMilli());
    }

    static void released(StateChanges state, EventMetadata event, PracticeGameReleased released) {
        OwnPracticeGame game = find(state.get(PLAYERS), released.getGameId());
        state.change(
                PLAYERS,
                null,
                player -> player.setPracticeGames(replaced(player, released.getGameId(), before -> null)));
        LobbyEvolution.count(state, totals -> totals.setPracticeTiles(totals.getPracticeTiles() - game.getTiles()));
    }

    /** A player's game; null if it is not known, or no longer. */
    static OwnPracticeGame find(LobbyPlayer player, String gameId) {
        return player.getPracticeGames().stream()
                .filter(game -> game.getGameId().equals(gameId))
                .findFirst()
                .orElse(null);
    }

    private static List<OwnPracticeGame> replaced(
            LobbyPlayer player, String gameId, UnaryOperator<OwnPracticeGame> change) {
        List<OwnPracticeGame> after = new ArrayList<>();
        for (OwnPracticeGame game : player.getPracticeGames()) {
            OwnPracticeGame now = game.getGameId().equals(gameId) ? change.apply(game) : game;
            if (now != null) {
                after.add(now);
            }
        }
        return after;
    }
}
