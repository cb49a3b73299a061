package dungeon.schemas.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.serde.SchemaHistory;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** What is wrong with a change of a schema, in sentences. */
final class SchemaChanges {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final String HOW_TO_ADD_A_VERSION = """
            To put this right, run
              mvn -B -q -pl schemas test -Dtest=WriteSchemaHistory -Dschemas.history=add
            which adds the next version of each schema that has changed, or, as long as nothing was written with version 1,
              mvn -B -q -pl schemas test -Dtest=WriteSchemaHistory -Dschemas.history=rewrite
            and commit the files. A version that somebody may have written with is never changed or removed.
            """;

    private SchemaChanges() {}

    /**
     * Checks that today's schema reads what any version wrote, and that the newest version is today's schema.
     *
     * @param versions oldest first
     */
    static List<String> faults(Schema today, List<Schema> versions) {
        List<String> faults = new ArrayList<>();
        for (int version = 1; version <= versions.size(); version++) {
            var result = SchemaCompatibility.checkReaderWriterCompatibility(today, versions.get(version - 1))
                    .getResult();
            for (var incompatibility : result.getIncompatibilities()) {
                faults.add(
                        "Today's %s cannot read what %s wrote: %s at %s, %s. Give a new field a default; anything else that breaks is a new topic version."
                                .formatted(
                                        today.getName(),
                                        SchemaHistory.fileOf(today, version),
                                        incompatibility.getType(),
                                        incompatibility.getLocation(),
                                        incompatibility.getMessage()));
            }
        }
        if (versions.isEmpty()) {
            faults.add("%s has no version yet. %s".formatted(today.getName(), HOW_TO_ADD_A_VERSION));
        } else if (!areSame(today, versions.get(versions.size() - 1))) {
            faults.add("%s is not what its newest version %s says. %s"
                    .formatted(today.getName(), SchemaHistory.fileOf(today, versions.size()), HOW_TO_ADD_A_VERSION));
        }
        return faults;
    }

    /** Compares everything but the docs: defaults, enum defaults and properties too. Better words need no new version. */
    static boolean areSame(Schema a, Schema b) {
        return withoutDocs(a).equals(withoutDocs(b));
    }

    private static JsonNode withoutDocs(Schema schema) {
        try {
            JsonNode json = JSON.readTree(schema.toString());
            removeDocs(json);
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schema is JSON", e);
        }
    }

    private static void removeDocs(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove("doc");
        }
        json.forEach(SchemaChanges::removeDocs);
    }
}
