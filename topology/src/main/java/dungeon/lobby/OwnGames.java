package dungeon.lobby;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Detail;
import dungeon.schemas.MapType;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnPracticeGame;
import java.time.Instant;
import java.util.List;

/** Whether there is room for one more game that a player asks for, be it practice or a match for others. */
final class OwnGames {
    private final MapTypeCheck check;

    OwnGames(MapTypeCheck check) {
        this.check = check;
    }

    /**
     * The hash of a map's plan, if a game on it can be granted now.
     *
     * @param tilesMaximum how many all games of the partition may have together
     * @return null if it cannot, and is refused
     */
    String admit(Decision<StateReader> decision, LobbyPlayer player, MapType map, int tilesMaximum) {
        if (!hasRoom(decision, player, map, tilesMaximum)) {
            return null;
        }
        int parts = MapTypeRules.partsOf(map);
        if (parts > LobbyLimits.MAP_TYPE_PARTS_MAXIMUM) {
            LobbyDecider.refuse(
                    decision, RejectionCode.INVALID_MAP, "The map is too large", MapTypeRules.tooManyParts(parts));
            return null;
        }
        String hash = hashOf(map);
        if (player.getUnplayableMaps().contains(hash)) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.INVALID_MAP,
                    "Chance did not find a map in which every space station reaches a mine of bio matter when you asked before; give it more room",
                    List.of());
            return null;
        }
        List<Detail> faults = check.faultsOf(map);
        if (!faults.isEmpty()) {
            LobbyDecider.refuse(decision, RejectionCode.INVALID_MAP, "No map can be made from this map type", faults);
            return null;
        }
        return hash;
    }

    /** The id of the game that the next event grants. */
    static String newId(Decision<StateReader> decision) {
        return Ids.timed(decision.timeMs(), "%s:%d".formatted(decision.aggregateId(), decision.nextSequence()));
    }

    /** When the player's own map type is removed, now that it is used; null for one of somebody else's. */
    static Instant mapTypeExpiry(Decision<StateReader> decision, LobbyPlayer player, String mapTypeId) {
        boolean isOwn = mapTypeId != null && MapTypes.find(player, mapTypeId) != null;
        return isOwn ? decision.time().plus(LobbyLimits.MAP_TYPE_UNUSED) : null;
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

    private static boolean hasRoom(Decision<StateReader> decision, LobbyPlayer player, MapType map, int tilesMaximum) {
        long tiles = (long) map.getWidth() * map.getHeight();
        long held = player.getPracticeGames().stream()
                .mapToLong(OwnPracticeGame::getTiles)
                .sum();
        if (tiles > LobbyLimits.PRACTICE_MAP_TILES_MAXIMUM || tiles < 0) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.INVALID_MAP,
                    "A game of a player's own is on a map of %d tiles at most"
                            .formatted(LobbyLimits.PRACTICE_MAP_TILES_MAXIMUM),
                    List.of(new Detail("", "has %d tiles".formatted(tiles))));
            return false;
        }
        long contents = MapTypeRules.contentsOf(map);
        if (contents > LobbyLimits.PRACTICE_CONTENTS_MAXIMUM || contents < 0) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.INVALID_MAP,
                    "The map of a player's own game holds %d things at most"
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
                    "Your games of the last minutes still take room",
                    LobbyLimits.PRACTICE_RELEASED);
            return false;
        }
        if (LobbyDecider.totals(decision).getPracticeTiles() + tiles > tilesMaximum) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "practiceTiles",
                    tilesMaximum,
                    "There is no room for a game of this size now",
                    LobbyLimits.PRACTICE_GIVEN_UP);
            return false;
        }
        return true;
    }
}
