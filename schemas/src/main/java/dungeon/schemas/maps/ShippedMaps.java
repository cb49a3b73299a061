package dungeon.schemas.maps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import dungeon.schemas.topics.LobbySubjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The one list of the map types that come with the dungeon. */
public final class ShippedMaps {
    /** The map of a game for which none is asked for. */
    public static final String EXAMPLE = "example";

    /** All names, the smallest map first. */
    public static final List<String> NAMES = List.of(EXAMPLE, "medium", "maze", "large");

    private ShippedMaps() {}

    /** The mapTypeId of a name: the UUIDv3 of {@code map-type:<name>}. */
    public static String idOf(String name) {
        return Ids.nameBased(LobbySubjects.ofMapType(name));
    }

    /**
     * A map type as it is written in its file.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException if it is none of them
     */
    public static JsonNode json(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No map type %s ships; there are %s".formatted(name, NAMES));
        }
        try (InputStream file = ShippedMaps.class.getResourceAsStream(name + ".json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shipped map type " + name, e);
        }
    }

    /**
     * A map type.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException if it is none of them
     */
    public static MapType read(String name) {
        try {
            return JsonReader.read(json(name), MapType.class);
        } catch (JsonFaultsException e) {
            throw new IllegalStateException("The shipped map type %s is faulty: %s".formatted(name, e.getMessage()), e);
        }
    }
}
