package dungeon.lobby;

import static dungeon.lobby.LobbyTables.MAP_TYPES;
import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Area;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Detail;
import dungeon.schemas.Discovery;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.MapTypeRemoved;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RemovalReason;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.state.LobbyPlayer;
import java.util.List;

/** How map types come and go. */
final class MapTypeRules {
    private static final int PER_THOUSAND = 1_000;

    private final MapTypeCheck check;

    MapTypeRules(MapTypeCheck check) {
        this.check = check;
    }

    /** One of the administrator's. */
    void create(Decision<StateReader> decision, CreateMapType create) {
        String id = create.getMapTypeId();
        if (!decision.principal().isAdministrator()) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.NOT_ADMINISTRATOR,
                    "A player stores map types with StoreMapType, under the subject of their own",
                    List.of());
        } else if (decision.isTaken()) {
            LobbyDecider.refuse(decision, RejectionCode.MAP_TYPE_EXISTS, "The id %s is taken".formatted(id), List.of());
        } else if (isSound(decision, create.getMap())) {
            decision.emit(new MapTypeCreated(id, create.getMap(), null));
        }
    }

    /** One of a player's, who has room for a few. */
    void store(Decision<StateReader> decision, StoreMapType store) {
        MapType map = store.getMap();
        int parts = partsOf(map);
        if (decision.state().get(PLAYERS).getMapTypes().size() >= LobbyLimits.MAP_TYPES_PER_PLAYER) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "mapTypesPerPlayer",
                    LobbyLimits.MAP_TYPES_PER_PLAYER,
                    "You have as many map types as a player can have; remove one",
                    LobbyLimits.MAP_TYPE_UNUSED);
        } else if (LobbyDecider.totals(decision).getMapTypes() >= LobbyLimits.MAP_TYPES_PER_PARTITION) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "mapTypes",
                    LobbyLimits.MAP_TYPES_PER_PARTITION,
                    "There is no room for further map types of players",
                    LobbyLimits.MAP_TYPE_UNUSED);
        } else if (parts > LobbyLimits.MAP_TYPE_PARTS_MAXIMUM) {
            LobbyDecider.refuse(decision, RejectionCode.INVALID_MAP, "The map type is too large", tooManyParts(parts));
        } else if (isSound(decision, map)) {
            String id =
                    Ids.timed(decision.timeMs(), "%s:%d".formatted(decision.aggregateId(), decision.nextSequence()));
            decision.emit(new MapTypeCreated(id, map, decision.time().plus(LobbyLimits.MAP_TYPE_UNUSED)));
        }
    }

    static void remove(Decision<StateReader> decision, RemoveMapType remove) {
        String id = remove.getMapTypeId();
        LobbyPlayer player = decision.exists() ? decision.state().get(PLAYERS) : null;
        boolean isThere = player != null
                ? MapTypes.find(player, id) != null
                : decision.exists()
                        && decision.state().get(MAP_TYPES).getMapTypeId().equals(id);
        if (isThere) {
            decision.emit(new MapTypeRemoved(
                    id, decision.principal().isAdministrator() ? RemovalReason.ADMINISTRATOR : RemovalReason.OWNER));
        } else {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.UNKNOWN_MAP_TYPE,
                    "%s has no map type %s".formatted(decision.aggregateId(), id),
                    List.of());
        }
    }

    static void removeUnused(Decision<StateReader> decision, String mapTypeId) {
        decision.emit(new MapTypeRemoved(mapTypeId, RemovalReason.UNUSED));
    }

    private boolean isSound(Decision<StateReader> decision, MapType map) {
        List<Detail> faults = check.faultsOf(map);
        if (!faults.isEmpty()) {
            LobbyDecider.refuse(decision, RejectionCode.INVALID_MAP, "No map can be made from this map type", faults);
        }
        return faults.isEmpty();
    }

    static List<Detail> tooManyParts(int parts) {
        return List.of(new Detail(
                "",
                "has %d layers, parts of areas and listed tiles; %d are allowed"
                        .formatted(parts, LobbyLimits.MAP_TYPE_PARTS_MAXIMUM)));
    }

    /** What a map can hold at most: shares are taken of the whole map. */
    static long contentsOf(MapType map) {
        long tiles = (long) map.getWidth() * map.getHeight();
        return map.getContents().stream()
                .mapToLong(layer -> layer.getCount() != null
                        ? layer.getCount()
                        : layer.getShare() == null ? 0 : tiles * layer.getShare() / PER_THOUSAND)
                .sum();
    }

    /** How large a map type is: all that it lists. */
    static int partsOf(MapType map) {
        int parts = 0;
        for (GravityLayer layer : map.getGravity()) {
            parts += 1 + partsOf(layer.getArea());
        }
        for (StructureLayer layer : map.getStructure()) {
            parts += 1 + partsOf(layer.getArea());
        }
        for (ContentLayer layer : map.getContents()) {
            parts += 1 + partsOf(layer.getArea());
        }
        for (Discovery discovery : map.getDiscoveries()) {
            parts += 1 + partsOf(discovery.getArea());
        }
        return parts;
    }

    private static int partsOf(List<Area> area) {
        int parts = 0;
        for (Area part : area) {
            parts += 1 + (part.getTiles() == null ? 0 : part.getTiles().size());
        }
        return parts;
    }
}
