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

    @Test
    void teachesTheIdsOfEarlierStartsToWhoCannotAsk() {
        SchemaRegistry away;
        try (TestRegistry registry = new TestRegistry()) {
            assertThat(faults(registry, SCHEMAS)).isEmpty();
            away = client(registry);
        }
        assertThat(ledger().teach(away, SCHEMAS)).isTrue();
        assertThat(away.idOf("commands-value", Command.getClassSchema())).isEqualTo(1);
        assertThat(away.idOf("events-value", Event.getClassSchema())).isEqualTo(2);
    }

    @Test
    void doesNotKnowASchemaThatNoEarlierStartHas() {
        try (TestRegistry registry = new TestRegistry()) {
            assertThat(faults(registry, Map.of("events", Event.getClassSchema())))
                    .isEmpty();
            assertThat(ledger().teach(client(registry), SCHEMAS)).isFalse();
        }
    }

    private List<String> faults(TestRegistry registry, Map<String, Schema> schemas) {
        return ledger().faults(client(registry), schemas);
    }

    private SchemaIdLedger ledger() {
        return new SchemaIdLedger(folder.resolve("ids.properties"));
    }

    private static SchemaRegistry client(TestRegistry registry) {
        return new SchemaRegistry(RegistryConfig.from(Map.of(RegistryConfig.URL, registry.url())));
    }
}
