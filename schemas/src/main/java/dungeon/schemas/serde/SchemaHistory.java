package dungeon.schemas.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Every version that a schema has had, from the files under {@code history/}; old bytes are read with them. */
public final class SchemaHistory {
    private static final String FOLDER = "/dungeon/schemas/history/";

    private SchemaHistory() {}

    /** The versions of a record's schema, oldest first. */
    public static List<Schema> of(Schema current) {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; ; version++) {
            String file = FOLDER + fileOf(current, version);
            try (InputStream in = SchemaHistory.class.getResourceAsStream(file)) {
                if (in == null) {
                    return versions;
                }
                versions.add(new Schema.Parser().parse(in));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
    }

    /** Where a version is kept, below the folder {@code history/}. */
    public static String fileOf(Schema schema, int version) {
        return "%s.v%d.avsc".formatted(schema.getName(), version);
    }
}
