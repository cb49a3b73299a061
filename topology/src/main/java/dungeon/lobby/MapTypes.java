package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.state.StateChanges;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnMapType;
import java.util.ArrayList;
import java.util.List;

/** The map types of a player, in their record. */
final class MapTypes {
    private MapTypes() {}

    static OwnMapType find(LobbyPlayer player, String mapTypeId) {
        return player.getMapTypes().stream()
                .filter(own -> own.getMapTypeId().equals(mapTypeId))
                .findFirst()
                .orElse(null);
    }

    static void add(StateChanges state, String mapTypeId, long expiresAtMs) {
        state.change(PLAYERS, null, player -> player.setMapTypes(with(player, mapTypeId, expiresAtMs)));
        state.setTimer(LobbyTimers.mapType(mapTypeId), expiresAtMs);
    }

    static void remove(StateChanges state, String mapTypeId) {
        state.change(PLAYERS, null, player -> player.setMapTypes(without(player, mapTypeId)));
        state.cancelTimer(LobbyTimers.mapType(mapTypeId));
    }

    /** The list with a map type at its end, in place of the one with its id. */
    static List<OwnMapType> with(LobbyPlayer player, String mapTypeId, long expiresAtMs) {
        List<OwnMapType> after = without(player, mapTypeId);
        after.add(new OwnMapType(mapTypeId, expiresAtMs));
        return after;
    }

    private static List<OwnMapType> without(LobbyPlayer player, String mapTypeId) {
        List<OwnMapType> after = new ArrayList<>(player.getMapTypes());
        after.removeIf(own -> own.getMapTypeId().equals(mapTypeId));
        return after;
    }
}
