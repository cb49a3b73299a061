package dungeon.standalone.maps;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.standalone.machine.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What the user names with {@code <file|name>}: a map type that comes with the dungeon, or one in a file.
 *
 * @param name as the user wrote it
 * @param isShipped whether it comes with the dungeon
 * @param json the map type, which may have faults
 */
public record MapSource(String name, boolean isShipped, JsonNode json) {
    /** The limit for the body of a request, so that what can be looked at here can be sent too. */
    private static final int BYTES_MAXIMUM = 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads a map type.
     *
     * @throws CannotStartException if there is none, or none in JSON
     */
    public static MapSource of(String fileOrName) {
        return ShippedMaps.NAMES.contains(fileOrName)
                ? new MapSource(fileOrName, true, ShippedMaps.json(fileOrName))
                : new MapSource(fileOrName, false, parse(fileOrName, bytes(fileOrName)));
    }

    private static byte[] bytes(String name) {
        try {
            Path file = Path.of(name);
            if (name.isEmpty() || !Files.exists(file)) {
                throw unknown(name);
            }
            if (Files.isDirectory(file)) {
                throw new CannotStartException("%s is a folder; name a file with a map type in JSON".formatted(name));
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(BYTES_MAXIMUM + 1);
                if (bytes.length > BYTES_MAXIMUM) {
                    throw new CannotStartException(
                            "%s has more than %d bytes, which no map type may have".formatted(name, BYTES_MAXIMUM));
                }
                return bytes;
            }
        } catch (InvalidPathException e) {
            throw unknown(name);
        } catch (AccessDeniedException e) {
            throw new CannotStartException("%s cannot be read: permission denied".formatted(name), e);
        } catch (IOException e) {
            throw new CannotStartException("%s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static JsonNode parse(String name, byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.isMissingNode()) {
                throw new CannotStartException("%s is empty; it should hold a map type in JSON".formatted(name));
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new CannotStartException("%s is not JSON: %s%s".formatted(name, place(e), reason(e)), e);
        } catch (IOException e) {
            throw new CannotStartException("%s is not JSON: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation where = e.getLocation();
        return where == null ? "" : "line %d, column %d: ".formatted(where.getLineNr(), where.getColumnNr());
    }

    /** The reason on one line, and without the name that Jackson gives to what it reads. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll("\\s+", " ").replaceAll("\\[Source: [^;]*; ([^]]*)]", "$1");
    }

    private static CannotStartException unknown(String name) {
        return new CannotStartException(
                "There is no map '%s': it is none of those that come with the dungeon (%s), and there is no such file;%n"
                                .formatted(name, String.join(", ", ShippedMaps.NAMES))
                        + "a path to a file with a map type in JSON works as well");
    }
}
