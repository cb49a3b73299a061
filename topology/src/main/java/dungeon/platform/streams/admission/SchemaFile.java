package dungeon.platform.streams.admission;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schemas by id in a file, so that a topology that starts while the registry is away can read commands. Without the file, or with
 * one that cannot be read or written, it only has to ask the registry again.
 */
final class SchemaFile {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param file where the schemas are; null to keep none */
    SchemaFile(Path file) {
        this.file = file;
    }

    /** What was written last; empty if that cannot be read. */
    Map<Integer, Schema> read() {
        Map<Integer, Schema> schemas = new TreeMap<>();
        if (file == null || !Files.exists(file)) {
            return schemas;
        }
        try {
            Map<Integer, String> texts = JSON.readValue(file.toFile(), new TypeReference<>() {});
            texts.forEach((id, text) -> schemas.put(id, new Schema.Parser().parse(text)));
            return schemas;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The schemas in {} cannot be read; they are asked for anew", file, e);
            return new TreeMap<>();
        }
    }

    void write(Map<Integer, Schema> schemas) {
        if (file == null) {
            return;
        }
        Map<Integer, String> texts = new TreeMap<>();
        schemas.forEach((id, schema) -> texts.put(id, schema.toString()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(fresh.toFile(), texts);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The schemas cannot be kept in {}; after a restart they are asked for anew", file, e);
        }
    }
}
