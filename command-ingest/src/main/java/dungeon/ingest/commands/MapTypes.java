package dungeon.ingest.commands;

import dungeon.ingest.problems.Problem;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;

/** The map types that the lobby has. */
public final class MapTypes {
    private final Map<String, MapType> byId = new ConcurrentHashMap<>();

    void add(Published event) {
        if (event.payload() instanceof MapTypeCreated created) {
            byId.put(created.getMapTypeId(), created.getMap());
        }
    }

    public Optional<MapType> find(String mapTypeId) {
        return Optional.ofNullable(byId.get(mapTypeId));
    }

    /**
     * A map type by its id.
     *
     * @throws Problem UNKNOWN_MAP_TYPE if there is none
     */
    public MapType get(String mapTypeId) {
        return find(mapTypeId)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_MAP_TYPE",
                        "There is no map type %s; GET /map-types of the queries lists them".formatted(mapTypeId)));
    }
}
