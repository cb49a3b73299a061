package dungeon.ingest.commands;

import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The map types that games can be made from: those of the lobby, and the shipped ones, which are the same whether the
 * lobby has them already or will have them in a moment.
 */
public final class MapTypes {
    private final Map<String, MapType> stored = new ConcurrentHashMap<>();
    private final ShippedMapTypes shipped;

    public MapTypes(ShippedMapTypes shipped) {
        this.shipped = shipped;
    }

    void add(CommittedEvent event) {
        if (event.payload() instanceof MapTypeCreated created) {
            stored.put(created.getMapTypeId(), created.getMap());
        }
    }

    /** Whether the lobby has a map type. */
    boolean isStored(String mapTypeId) {
        return stored.containsKey(mapTypeId);
    }

    public Optional<MapType> find(String mapTypeId) {
        MapType found = stored.get(mapTypeId);
        return Optional.ofNullable(found == null ? shipped.byId().get(mapTypeId) : found);
    }

    /**
     * A map type by its id.
     *
     * @throws Problem UNKNOWN_MAP_TYPE if there is none
     */
    public MapType get(String mapTypeId) {
        return find(mapTypeId)
                .orElseThrow(() -> new Problem(
                        ProblemCode.UNKNOWN_MAP_TYPE,
                        "There is no map type %s; GET /map-types of the queries lists them".formatted(mapTypeId)));
    }
}
