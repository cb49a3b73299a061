package dungeon.standalone.match;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.maps.MapInspection;
import dungeon.standalone.maps.MapSource;

/**
 * The map of a match.
 *
 * @param name for people
 * @param request the field of {@code POST /games} that names the map type, or holds it
 */
public record MapChoice(String name, ObjectNode request) {
    /**
     * A map that comes with the platform, or one in a file.
     *
     * @throws CannotStartException if it is neither, or has faults
     */
    public static MapChoice of(String fileOrName) {
        MapSource source = MapSource.of(fileOrName);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        if (source.isShipped()) {
            return new MapChoice(fileOrName, request.put("mapTypeId", ShippedMaps.idOf(fileOrName)));
        }
        MapInspection.of(source.json()).sound(fileOrName);
        request.set("map", source.json());
        return new MapChoice(fileOrName, request);
    }
}
