package dungeon.standalone.maps;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.robots.decide.map.MapDrawing;
import dungeon.robots.decide.map.MapTypeFaults;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonFault;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import dungeon.standalone.machine.CannotStartException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A map type in JSON, or all that is wrong with it: with its form, and if that is sound, with what it says. */
public final class MapInspection {
    private final MapType map;
    private final List<JsonFault> faults;
    private final int faultCount;

    private MapInspection(MapType map, List<JsonFault> faults, int faultCount) {
        this.map = map;
        this.faults = faults;
        this.faultCount = faultCount;
    }

    /** Looks at a map type. */
    public static MapInspection of(JsonNode json) {
        try {
            MapType map = JsonReader.read(json, MapType.class);
            List<JsonFault> faults = MapTypeFaults.of(map).stream()
                    .map(detail -> new JsonFault(detail.getName(), detail.getValue()))
                    .toList();
            return new MapInspection(map, faults, faults.size());
        } catch (JsonFaultsException e) {
            return new MapInspection(null, e.faults(), e.count());
        }
    }

    /** The first faults; none if games can be made from the map type. */
    public List<JsonFault> faults() {
        return faults;
    }

    /** How many faults there are in all. */
    public int faultCount() {
        return faultCount;
    }

    /**
     * The map type.
     *
     * @param name of what it was read from
     * @throws CannotStartException with its faults, if it has any
     */
    public MapType sound(String name) {
        if (!faults.isEmpty()) {
            throw new CannotStartException("%s is faulty:%n%s".formatted(name, MapReport.list(faults, faultCount)));
        }
        return map;
    }

    /**
     * The map of a game.
     *
     * @param seed of the game; 32 bytes
     * @return empty if the map type has faults, or if chance finds no map that can be played on
     */
    public Optional<MapInstantiated> draw(ByteBuffer seed) {
        return faults.isEmpty() ? MapDrawing.draw(map, seed) : Optional.empty();
    }

    /**
     * What a map looks like, whether it can be played on or not.
     *
     * @param seed of the game; 32 bytes
     * @return empty if the map type has faults
     */
    public Optional<MapInstantiated> sketch(ByteBuffer seed) {
        return faults.isEmpty() ? Optional.of(MapDrawing.sketch(map, seed)) : Optional.empty();
    }
}
