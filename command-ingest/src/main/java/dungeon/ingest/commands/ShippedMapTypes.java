package dungeon.ingest.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The map types that come with the platform. */
public final class ShippedMapTypes {
    /** The map type of a practice game, if none is asked for. */
    public static final String EXAMPLE_ID = idOf("example");

    private static final String FILES = "classpath*:/dungeon/schemas/maps/*.json";
    private static final String SUFFIX = ".json";

    private final Map<String, MapType> byId;

    private ShippedMapTypes(Map<String, MapType> byId) {
        this.byId = byId;
    }

    /** Reads them from the class path. */
    public static ShippedMapTypes load() {
        Map<String, MapType> byId = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                String name = file.getFilename();
                byId.put(idOf(name.substring(0, name.length() - SUFFIX.length())), read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the map types at " + FILES, e);
        }
        return new ShippedMapTypes(byId);
    }

    /** All of them, by id. */
    public Map<String, MapType> byId() {
        return byId;
    }

    private static MapType read(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return JsonReader.read(new ObjectMapper().readTree(in), MapType.class);
        } catch (JsonFaultsException e) {
            throw new IllegalStateException("The shipped map type %s is faulty: %s".formatted(file, e.getMessage()), e);
        }
    }

    static String idOf(String name) {
        return UUID.nameUUIDFromBytes(("map-type:" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
