package dungeon.app;

import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.SchemaRegistry;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Remembers which id the registry gave each schema. A registry that has lost its data gives out ids anew, and everything
 * that was written before would be read with the wrong schema; so an application that sees another id does not start.
 */
public final class SchemaIdLedger {
    private final Path file;

    /**
     * @param file where the ids are kept
     */
    public SchemaIdLedger(Path file) {
        this.file = file;
    }

    /**
     * Registers the schemas of topics, and compares their ids with those of earlier starts.
     *
     * @param schemasByTopic the values' schema of each topic
     * @return what is wrong, in sentences; empty if nothing is, and then the ids are remembered
     */
    public List<String> faults(SchemaRegistry registry, Map<String, Schema> schemasByTopic) {
        Properties known = read();
        List<String> faults = new ArrayList<>();
        Map<String, String> ids = new TreeMap<>();
        schemasByTopic.forEach((topic, schema) -> {
            String subject = AvroSerializer.subjectOf(topic);
            String entry = entry(subject, schema);
            String id = String.valueOf(registry.idOf(subject, schema));
            String before = known.getProperty(entry);
            if (before != null && !before.equals(id)) {
                faults.add(("The registry gives the schema of %s the id %s, and it was %s before; it has lost its data,"
                                + " and what was written before cannot be read. Restore the registry, or begin anew")
                        .formatted(subject, id, before));
            }
            ids.put(entry, id);
        });
        if (faults.isEmpty()) {
            known.putAll(ids);
            write(known);
        }
        return faults;
    }

    /**
     * Lets a registry that cannot be asked know the ids of earlier starts.
     *
     * @return whether the ids of all schemas are remembered; if not, the registry has learnt some of them
     */
    public boolean teach(SchemaRegistry registry, Map<String, Schema> schemasByTopic) {
        Properties known = read();
        boolean complete = true;
        for (Map.Entry<String, Schema> each : schemasByTopic.entrySet()) {
            String subject = AvroSerializer.subjectOf(each.getKey());
            String id = known.getProperty(entry(subject, each.getValue()));
            if (id == null) {
                complete = false;
            } else {
                registry.learn(subject, each.getValue(), Integer.parseInt(id));
            }
        }
        return complete;
    }

    private static String entry(String subject, Schema schema) {
        return subject + "." + Long.toHexString(SchemaNormalization.parsingFingerprint64(schema));
    }

    private Properties read() {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return known;
    }

    private void write(Properties ids) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                ids.store(writer, "Schema ids as the registry gave them");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
