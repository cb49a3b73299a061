package dungeon.standalone.maps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.robots.decide.map.MapDrawing;
import dungeon.robots.decide.map.MapTypeFaults;
import dungeon.schemas.Detail;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonFault;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import dungeon.standalone.machine.CannotStartException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is wrong with a map type in JSON, and what can be drawn of it all the same: the map type without the entries
 * that have faults.
 */
public final class MapInspection {
    private final List<JsonFault> faults = new ArrayList<>();
    private MapType drawable;

    private MapInspection() {}

    /** Looks at a map type. */
    public static MapInspection of(JsonNode json) {
        MapInspection inspection = new MapInspection();
        inspection.inspect(json);
        return inspection;
    }

    /** All faults; none if games can be made from the map type. */
    public List<JsonFault> faults() {
        return faults;
    }

    /**
     * The whole map type.
     *
     * @param name of what it was read from
     * @throws CannotStartException with all faults, if it has any
     */
    public MapType sound(String name) {
        if (!faults.isEmpty()) {
            throw new CannotStartException("%s is faulty:%n%s".formatted(name, MapReport.list(faults)));
        }
        return drawable;
    }

    /** The map type, without the entries that have faults; empty if too little is left. */
    public Optional<MapType> drawable() {
        return Optional.ofNullable(drawable);
    }

    /**
     * The map of a game.
     *
     * @param seed of the game; 32 bytes
     * @return empty if the map type has faults, or if chance finds no map that can be played on
     */
    public Optional<MapInstantiated> draw(ByteBuffer seed) {
        return faults.isEmpty() ? MapDrawing.draw(drawable, seed) : Optional.empty();
    }

    /**
     * What a map might look like that cannot be played on.
     *
     * @param seed of the game; 32 bytes
     * @return empty if too little is left without the entries that have faults
     */
    public Optional<MapInstantiated> sketch(ByteBuffer seed) {
        return drawable().map(map -> MapDrawing.sketch(map, seed));
    }

    private void inspect(JsonNode json) {
        try {
            drawable = JsonReader.read(json, MapType.class);
            faults.addAll(faultsOf(MapTypeFaults.of(drawable)));
            if (!faults.isEmpty()) {
                drawable = withoutFaultyEntries(new MapRemainder((ObjectNode) json));
            }
        } catch (JsonFaultsException e) {
            faults.addAll(e.faults());
            if (json instanceof ObjectNode object) {
                MapRemainder remainder = new MapRemainder(object);
                if (remainder.drop(e.faults())) {
                    faults.addAll(entryFaults(remainder));
                    drawable = withoutFaultyEntries(remainder);
                }
            }
        }
    }

    /** The faults that reading did not find, with their places in the whole map type. */
    private static List<JsonFault> entryFaults(MapRemainder remainder) {
        return faultsOf(MapTypeFaults.ofEntries(readable(remainder))).stream()
                .map(remainder::inWhole)
                .toList();
    }

    private static MapType withoutFaultyEntries(MapRemainder remainder) {
        while (true) {
            MapType map = readable(remainder);
            List<JsonFault> left = faultsOf(MapTypeFaults.ofEntries(map));
            if (left.isEmpty()) {
                return map;
            }
            if (!remainder.drop(left)) {
                return null;
            }
        }
    }

    private static MapType readable(MapRemainder remainder) {
        try {
            return JsonReader.read(remainder.json(), MapType.class);
        } catch (JsonFaultsException e) {
            throw new IllegalStateException("What cannot be read was dropped", e);
        }
    }

    private static List<JsonFault> faultsOf(List<Detail> details) {
        return details.stream()
                .map(detail -> new JsonFault(detail.getName(), detail.getValue()))
                .toList();
    }
}
