package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.TestRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaIdLedgerTest {
    private static final Map<String, Schema> SCHEMAS =
            new TreeMap<>(Map.of("commands", Command.getClassSchema(), "events", Event.getClassSchema()));

    @TempDir
    Path folder;

    @Test
    void acceptsTheIdsOfEarlierStarts() {
        try (TestRegistry registry = new TestRegistry()) {
            assertThat(faults(registry, SCHEMAS)).isEmpty();
            assertThat(faults(registry, SCHEMAS)).isEmpty();
        }
    }

    @Test
    void refusesARegistryThatHasForgotten() {
        try (TestRegistry registry = new TestRegistry()) {
            assertThat(faults(registry, SCHEMAS)).isEmpty();
        }
        try (TestRegistry forgetful = new TestRegistry()) {
            // Whoever comes first gets the first id, and now that is another schema.
            assertThat(faults(forgetful, Map.of("events", Event.getClassSchema())))
                    .singleElement()
                    .asString()
                    .startsWith("The registry gives the schema of events-value the id 1, and it was 2 before");
        }
    }

    private List<String> faults(TestRegistry registry, Map<String, Schema> schemas) {
        SchemaRegistry client = new SchemaRegistry(RegistryConfig.from(Map.of(RegistryConfig.URL, registry.url())));
        return new SchemaIdLedger(folder.resolve("ids.properties")).faults(client, schemas);
    }
}
