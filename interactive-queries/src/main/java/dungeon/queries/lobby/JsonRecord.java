package dungeon.queries.lobby;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How a record of the view that nobody else writes is kept: as JSON.
 *
 * @param <T> a Java record
 */
final class JsonRecord<T> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Class<T> type;

    JsonRecord(Class<T> type) {
        this.type = type;
    }

    byte[] write(T value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written as JSON".formatted(value), e);
        }
    }

    T read(byte[] json) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("A %s of our own cannot be read".formatted(type.getSimpleName()), e);
        }
    }
}
