package dungeon.standalone.machine;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.SchemaHistory;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.Schema;

/** Tells the registry all schemas, and makes sure that it never gives one of them another id. */
final class SchemaSetup {
    private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private SchemaSetup() {}

    /**
     * Registers every version of every schema, oldest first.
     *
     * @param idsFile where the ids of earlier starts are noted, and new ones are added
     * @throws CannotStartException if a schema has another id than before: the records on the disk could not be read
     */
    static void register(SchemaRegistry registry, Path idsFile) {
        Properties known = read(idsFile);
        Properties current = new Properties();
        schemasByTopic().forEach((topic, schema) -> {
            String subject = AvroSerializer.subjectOf(topic);
            registry.setCompatibility(subject, COMPATIBILITY);
            List<Schema> versions = new ArrayList<>(SchemaHistory.of(schema));
            if (versions.isEmpty() || !versions.get(versions.size() - 1).equals(schema)) {
                versions.add(schema);
            }
            for (int i = 0; i < versions.size(); i++) {
                String version = "%s.v%d".formatted(subject, i + 1);
                String id = String.valueOf(registry.idOf(subject, versions.get(i)));
                requireSame(version, known.getProperty(version, id), id);
                current.setProperty(version, id);
            }
        });
        if (!current.equals(known)) {
            write(idsFile, current);
        }
    }

    private static Map<String, Schema> schemasByTopic() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put(Topics.COMMANDS.name(), Command.getClassSchema());
        schemas.put(Topics.EVENTS.name(), Event.getClassSchema());
        schemas.put(Topics.LOBBY_COMMANDS.name(), LobbyCommand.getClassSchema());
        schemas.put(Topics.LOBBY_EVENTS.name(), LobbyEvent.getClassSchema());
        return schemas;
    }

    private static void requireSame(String version, String before, String now) {
        if (!before.equals(now)) {
            throw new CannotStartException(
                    "The schema registry has lost its data: %s had id %s and has now %s, so older records cannot be read; start afresh with: ./dungeon reset"
                            .formatted(version, before, now));
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return properties;
    }

    private static void write(Path file, Properties properties) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The ids of the schemas in the registry");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
