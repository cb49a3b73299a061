package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.schemas.MapType;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.PracticeGameClosed;
import dungeon.schemas.PracticeGameConfirmed;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.PracticeGameReleased;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnPracticeGame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What events say of practice games and of matches that players have opened, in the record of the player whose they are. */
final class PracticeEvolution {
    private PracticeEvolution() {}

    static void granted(StateChanges state, EventMetadata event, PracticeGameGranted granted) {
        OwnPracticeGame game = new OwnPracticeGame(
                granted.getGameId(), tilesOf(granted.getMap()), granted.getMapHash(), false, false, false);
        add(state, game, granted.getGivenUpAt(), granted.getMapTypeId(), granted.getMapTypeExpiresAt());
    }

    static void matchGranted(StateChanges state, EventMetadata event, MatchGranted granted) {
        OwnPracticeGame game = new OwnPracticeGame(
                granted.getGameId(), tilesOf(granted.getMap()), granted.getMapHash(), false, false, true);
        add(state, game, granted.getGivenUpAt(), granted.getMapTypeId(), granted.getMapTypeExpiresAt());
        countMatches(state, 1);
    }

    private static int tilesOf(MapType map) {
        return map.getWidth() * map.getHeight();
    }

    /** @param mapTypeExpiresAt when the player's own map type, which stays for longer because it is used, is removed; null for another's */
    private static void add(
            StateChanges state, OwnPracticeGame game, Instant givenUpAt, String mapTypeId, Instant mapTypeExpiresAt) {
        state.change(PLAYERS, null, player -> {
            List<OwnPracticeGame> games = new ArrayList<>(player.getPracticeGames());
            games.add(game);
            player.setPracticeGames(games);
            if (mapTypeExpiresAt != null) {
                long expiresAtMs = mapTypeExpiresAt.toEpochMilli();
                player.setMapTypes(MapTypes.with(player, mapTypeId, expiresAtMs));
                state.setTimer(LobbyTimers.mapType(mapTypeId), expiresAtMs);
            }
        });
        state.setTimer(LobbyTimers.practiceGame(game.getGameId()), givenUpAt.toEpochMilli());
        LobbyEvolution.count(state, totals -> totals.setPracticeTiles(totals.getPracticeTiles() + game.getTiles()));
    }

    static void confirmed(StateChanges state, EventMetadata event, PracticeGameConfirmed confirmed) {
        OwnPracticeGame game = find(state.get(PLAYERS), confirmed.getGameId());
        state.change(PLAYERS, null, player -> player.setPracticeGames(with(player, game, true, false)));
        state.setTimer(
                LobbyTimers.practiceGame(confirmed.getGameId()),
                confirmed.getOverAt().toEpochMilli());
        if (game.getClosed()) {
            state.cancelTimer(LobbyTimers.release(confirmed.getGameId()));
            countMatches(state, 1);
        }
    }

    static void closed(StateChanges state, EventMetadata event, PracticeGameClosed closed) {
        OwnPracticeGame game = find(state.get(PLAYERS), closed.getGameId());
        state.change(PLAYERS, null, player -> {
            if (closed.getUnplayableMaps() != null) {
                player.setUnplayableMaps(closed.getUnplayableMaps());
            }
            player.setPracticeGames(with(player, game, game.getConfirmed(), true));
        });
        state.cancelTimer(LobbyTimers.practiceGame(closed.getGameId()));
        state.setTimer(
                LobbyTimers.release(closed.getGameId()), closed.getReleasedAt().toEpochMilli());
        if (game.getMatch()) {
            countMatches(state, -1);
        }
    }

    static void released(StateChanges state, EventMetadata event, PracticeGameReleased released) {
        OwnPracticeGame game = find(state.get(PLAYERS), released.getGameId());
        state.change(
                PLAYERS,
                null,
                player -> player.setPracticeGames(replaced(player, released.getGameId(), before -> null)));
        LobbyEvolution.count(state, totals -> totals.setPracticeTiles(totals.getPracticeTiles() - game.getTiles()));
        if (game.getMatch() && !game.getClosed()) {
            countMatches(state, -1);
        }
    }

    private static void countMatches(StateChanges state, int more) {
        LobbyEvolution.count(state, totals -> totals.setMatches(totals.getMatches() + more));
    }

    private static List<OwnPracticeGame> with(
            LobbyPlayer player, OwnPracticeGame game, boolean confirmed, boolean closed) {
        OwnPracticeGame after = new OwnPracticeGame(
                game.getGameId(), game.getTiles(), game.getMapHash(), confirmed, closed, game.getMatch());
        return replaced(player, game.getGameId(), before -> after);
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
