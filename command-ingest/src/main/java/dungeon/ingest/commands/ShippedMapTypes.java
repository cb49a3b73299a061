package dungeon.ingest.commands;

import dungeon.schemas.MapType;
import dungeon.schemas.maps.ShippedMaps;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The map types that come with the platform, as the lobby knows them. */
public final class ShippedMapTypes {
    /** The map type of a practice game, if none is asked for. */
    public static final String EXAMPLE_ID = ShippedMaps.idOf(ShippedMaps.EXAMPLE);

    private final Map<String, MapType> byId;

    private ShippedMapTypes(Map<String, MapType> byId) {
        this.byId = byId;
    }

    /** Reads them from the class path. */
    public static ShippedMapTypes load() {
        Map<String, MapType> byId = new LinkedHashMap<>();
        ShippedMaps.NAMES.forEach(name -> byId.put(ShippedMaps.idOf(name), ShippedMaps.read(name)));
        return new ShippedMapTypes(Collections.unmodifiableMap(byId));
    }

    /** All of them, by id; the example, which most games want, comes first. */
    public Map<String, MapType> byId() {
        return byId;
    }
}
