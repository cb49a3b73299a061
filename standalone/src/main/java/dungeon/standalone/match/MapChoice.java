package dungeon.standalone.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.standalone.machine.CannotStartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The map of a match.
 *
 * @param name for people
 * @param request the field of {@code POST /games} that names the map type, or holds it
 */
public record MapChoice(String name, ObjectNode request) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHIPPED_MAPS = "/dungeon/schemas/maps/%s.json";

    /**
     * A map that comes with the platform, or one in a file.
     *
     * @throws CannotStartException if it is neither
     */
    public static MapChoice of(String nameOrFile) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        if (nameOrFile.matches("[a-z0-9-]+")
                && MapChoice.class.getResource(SHIPPED_MAPS.formatted(nameOrFile)) != null) {
            UUID id = UUID.nameUUIDFromBytes(("map-type:" + nameOrFile).getBytes(StandardCharsets.UTF_8));
            return new MapChoice(nameOrFile, request.put("mapTypeId", id.toString()));
        }
        try {
            request.set("map", JSON.readTree(Files.readString(Path.of(nameOrFile))));
            return new MapChoice(nameOrFile, request);
        } catch (IOException e) {
            throw new CannotStartException(
                    "%s is neither a map that comes with the dungeon nor a file with a map type in JSON (%s)"
                            .formatted(nameOrFile, e.getClass().getSimpleName()),
                    e);
        }
    }
}
