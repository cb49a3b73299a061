package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.ClosingReason;
import dungeon.schemas.Detail;
import dungeon.schemas.GameState;
import dungeon.schemas.GuestKept;
import dungeon.schemas.MapType;
import dungeon.schemas.PracticeGameClosed;
import dungeon.schemas.PracticeGameConfirmed;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.PracticeGameReleased;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnPracticeGame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may have a practice game, and for how long it counts. The game itself is made elsewhere, and reported. */
final class PracticeRules {
    private final MapTypeCheck check;

    PracticeRules(MapTypeCheck check) {
        this.check = check;
    }

    void request(Decision<StateReader> decision, RequestPracticeGame request) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        Optional<OwnPracticeGame> running = player.getPracticeGames().stream()
                .filter(game -> !game.getClosed())
                .findFirst();
        if (running.isPresent()) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.PRACTICE_GAME_RUNNING,
                    "The practice game %s is not over yet"
                            .formatted(running.get().getGameId()),
                    List.of(new Detail("gameId", running.get().getGameId())));
        } else if (hasRoom(decision, player, request.getMap())) {
            requestOn(decision, player, request);
        }
    }

    private void requestOn(Decision<StateReader> decision, LobbyPlayer player, RequestPracticeGame request) {
        MapType map = request.getMap();
        int parts = MapTypeRules.partsOf(map);
        if (parts > LobbyLimits.MAP_TYPE_PARTS_MAXIMUM) {
            LobbyDecider.refuse(
                    decision, RejectionCode.INVALID_MAP, "The map is too large", MapTypeRules.tooManyParts(parts));
            return;
        }
        String hash = hashOf(map);
        if (player.getUnplayableMaps().contains(hash)) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.INVALID_MAP,
                    "Chance did not find a map in which every space station reaches a mine of bio matter when you asked before; give it more room",
                    List.of());
            return;
        }
        List<Detail> faults = check.faultsOf(map);
        if (!faults.isEmpty()) {
            LobbyDecider.refuse(decision, RejectionCode.INVALID_MAP, "No map can be made from this map type", faults);
            return;
        }
        boolean isOwn = request.getMapTypeId() != null && MapTypes.find(player, request.getMapTypeId()) != null;
        decision.emit(new PracticeGameGranted(
                Ids.timed(decision.timeMs(), "%s:%d".formatted(decision.aggregateId(), decision.nextSequence())),
                map,
                hash,
                request.getMapTypeId(),
                request.getBots(),
                request.getDurationMs(),
                decision.time().plus(LobbyLimits.PRACTICE_GIVEN_UP),
                isOwn ? decision.time().plus(LobbyLimits.MAP_TYPE_UNUSED) : null));
    }

    /** The same for maps on which the same is drawn, whatever they are called. */
    private static String hashOf(MapType map) {
        MapType plan = MapType.newBuilder(map).setName("").setDescription("").build();
        return Ids.nameBased(plan.toString());
    }

    /** How many games of the last minutes could not be made. */
    private static long unplayable(LobbyPlayer player) {
        return player.getPracticeGames().stream()
                .filter(game -> game.getClosed() && player.getUnplayableMaps().contains(game.getMapHash()))
                .count();
    }

    private static boolean hasRoom(Decision<StateReader> decision, LobbyPlayer player, MapType map) {
        long tiles = (long) map.getWidth() * map.getHeight();
        long held = player.getPracticeGames().stream()
                .mapToLong(OwnPracticeGame::getTiles)
                .sum();
        if (tiles > LobbyLimits.PRACTICE_MAP_TILES_MAXIMUM || tiles < 0) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.INVALID_MAP,
                    "A practice game is on a map of %d tiles at most".formatted(LobbyLimits.PRACTICE_MAP_TILES_MAXIMUM),
                    List.of(new Detail("", "has %d tiles".formatted(tiles))));
            return false;
        }
        long contents = MapTypeRules.contentsOf(map);
        if (contents > LobbyLimits.PRACTICE_CONTENTS_MAXIMUM || contents < 0) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.INVALID_MAP,
                    "The map of a practice game holds %d things at most"
                            .formatted(LobbyLimits.PRACTICE_CONTENTS_MAXIMUM),
                    List.of(new Detail("/contents", "come to %d".formatted(contents))));
            return false;
        }
        if (unplayable(player) >= LobbyLimits.UNPLAYABLE_GAMES_HELD) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "unplayableGames",
                    LobbyLimits.UNPLAYABLE_GAMES_HELD,
                    "Of your last maps no games could be made",
                    LobbyLimits.PRACTICE_RELEASED);
            return false;
        }
        if (player.getPracticeGames().size() >= LobbyLimits.PRACTICE_GAMES_HELD
                || held + tiles > LobbyLimits.PRACTICE_TILES_PER_PLAYER) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "practiceGamesPerPlayer",
                    LobbyLimits.PRACTICE_GAMES_HELD,
                    "Your practice games of the last minutes still take room",
                    LobbyLimits.PRACTICE_RELEASED);
            return false;
        }
        if (LobbyDecider.totals(decision).getPracticeTiles() + tiles > LobbyLimits.PRACTICE_TILES_PER_PARTITION) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "practiceTiles",
                    LobbyLimits.PRACTICE_TILES_PER_PARTITION,
                    "There is no room for a practice game of this size now",
                    LobbyLimits.PRACTICE_GIVEN_UP);
            return false;
        }
        return true;
    }

    /** What has become of a game; said again, it changes nothing. */
    static void report(Decision<StateReader> decision, ReportPracticeGame report) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        OwnPracticeGame game = PracticeEvolution.find(player, report.getGameId());
        boolean known = game != null && !game.getClosed();
        if (known && report.getState() == GameState.ENDED) {
            close(decision, player, game, game.getConfirmed() ? ClosingReason.ENDED : ClosingReason.UNPLAYABLE);
        } else if (known && !game.getConfirmed()) {
            confirm(decision, player, game);
        } else {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.UNKNOWN_GAME,
                    "Nothing new is reported of the game %s".formatted(report.getGameId()),
                    List.of());
        }
    }

    private static void confirm(Decision<StateReader> decision, LobbyPlayer player, OwnPracticeGame game) {
        boolean hasNotPlayed = player.getExpiresAtMs() != null;
        Instant overAt =
                decision.time().plus(LobbyLimits.PRACTICE_DURATION_MAXIMUM).plus(LobbyLimits.PRACTICE_REPORT_MARGIN);
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
