package dungeon.platform.streams.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Command;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.SchemaUnavailableException;
import dungeon.schemas.serde.TestRegistry;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.serde.UnknownSchemaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandSchemasTest {
    /** Of a machine that is busy with other tests. */
    private static final long PATIENCE_MS = 20_000;

    private static final String SUBJECT = "commands-value";
    private static final Schema OURS = Command.getClassSchema();
    private static final Schema NEWER = new Schema.Parser()
            .parse(OURS.toString()
                    .replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"note\",\"type\":\"string\"},"));

    private final TestRegistry server = new TestRegistry();
    private long nowNanos;
    private final CommandSchemas schemas = schemas(null);

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void allVersionsAreLoadedAheadAndNotAskedForAgain() {
        int first = server.register(SUBJECT, OURS);
        int second = server.register(SUBJECT, NEWER);
        schemas.refresh();
        int asked = server.requests().size();
        server.stall();
        assertThat(schemas.schemaOf(first)).isEqualTo(OURS);
        assertThat(schemas.schemaOf(second)).isEqualTo(NEWER);
        assertThat(server.requests()).hasSize(asked);
        server.goOn();
        schemas.refresh();
        assertThat(server.requestLines().subList(asked, asked + 1))
                .containsExactly("GET /subjects/commands-value/versions");
        assertThat(server.requests()).hasSize(asked + 1);
    }

    @Test
    void theFirstRecordOfANewVersionIsRead() {
        schemas.refresh();
        int id = server.register(SUBJECT, NEWER);
        assertThat(schemas.schemaOf(id)).isEqualTo(NEWER);
        assertThat(schemas.schemaOf(id)).isEqualTo(NEWER);
        assertThat(server.requestLines())
                .filteredOn(line -> line.startsWith("GET /schemas"))
                .hasSize(1);
    }

    @Test
    void aSchemaOfAnotherSubjectIsReadToo() {
        int id = server.register("somebody's", NEWER);
        assertThat(schemas.schemaOf(id)).isEqualTo(NEWER);
    }

    @Test
    void thatThereIsNoneIsRememberedForAWhile() {
        for (int i = 0; i < 1_000; i++) {
            assertThatThrownBy(() -> schemas.schemaOf(1)).isInstanceOf(UnknownSchemaException.class);
        }
        assertThat(server.requests()).hasSize(1);
        server.register("somebody's", NEWER);
        nowNanos += CommandSchemas.REFUSAL.toNanos();
        assertThat(schemas.schemaOf(1)).isEqualTo(NEWER);
    }

    @Test
    void whoAsksTooEarlyDoesNotKeepAVersionFromBeingRead() {
        assertThatThrownBy(() -> schemas.schemaOf(1)).isInstanceOf(UnknownSchemaException.class);
        assertThat(server.register(SUBJECT, NEWER)).isEqualTo(1);
        schemas.refresh();
        assertThat(schemas.schemaOf(1)).isEqualTo(NEWER);
    }

    @Test
    void whatIsNoSchemaIsRememberedForAWhile() {
        int id = server.registerText("no schema");
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> schemas.schemaOf(id))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("is no Avro schema");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void randomIdsCostABoundedNumberOfRequestsAndNewVersionsAreFoundAllTheSame() {
        int unavailable = 0;
        for (int id = 1_000; id < 11_000; id++) {
            try {
                schemas.schemaOf(id);
            } catch (SchemaUnavailableException e) {
                unavailable++;
            } catch (UnknownSchemaException e) {
                // The registry was asked.
            }
            nowNanos += Duration.ofMillis(1).toNanos();
        }
        assertThat(server.requests()).as("in 10 s").hasSizeBetween(13, 30);
        assertThat(unavailable).isEqualTo(10_000 - server.requests().size());
        int id = server.register(SUBJECT, NEWER);
        schemas.refresh();
        assertThat(schemas.schemaOf(id)).isEqualTo(NEWER);
    }

    @Test
    void aRegistryThatRefusesOrFailsIsNoReasonToStop() {
        for (int status : new int[] {401, 403, 404, 429, 500, 503}) {
            server.failNext(1, status, "no");
            assertThatThrownBy(() -> schemas.schemaOf(1))
                    .isInstanceOf(SchemaUnavailableException.class)
                    .hasMessageContaining(String.valueOf(status));
        }
        server.register("somebody's", NEWER);
        assertThat(schemas.schemaOf(1)).as("none of it says that there is none").isEqualTo(NEWER);
    }

    @Test
    void aRegistryThatHangsIsWaitedForOnceUntilItIsHeardOfAgain() {
        CommandSchemas impatient = new CommandSchemas(
                client(), List.of(SUBJECT), null, new WaitingBudget(1_000, () -> nowNanos), () -> nowNanos);
        server.stall();
        for (int id = 0; id < 10_000; id++) {
            int unknown = id;
            assertThatThrownBy(() -> impatient.schemaOf(unknown)).isInstanceOf(SchemaUnavailableException.class);
            nowNanos += Duration.ofSeconds(1).toNanos();
        }
        assertThat(server.requests()).hasSize(1);
        server.goOn();
        server.register("somebody's", NEWER);
        impatient.refresh();
        assertThat(schemas.schemaOf(1)).isEqualTo(NEWER);
        boolean isRead = false;
        while (!isRead) {
            isRead = reads(impatient, 1);
        }
    }

    /** A busy machine can be too slow for a short question, more than once. */
    private boolean reads(CommandSchemas impatient, int id) {
        try {
            return impatient.schemaOf(id).equals(NEWER);
        } catch (SchemaUnavailableException e) {
            impatient.refresh();
            nowNanos += Duration.ofMinutes(1).toNanos();
            return false;
        }
    }

    @Test
    void whatWasLoadedIsThereAfterARestartWithoutTheRegistry(@TempDir Path folder) {
        Path file = folder.resolve("state").resolve("schemas.json");
        int id = server.register(SUBJECT, NEWER);
        schemas(file).refresh();
        server.close();
        CommandSchemas restarted = schemas(file);
        assertThat(restarted.schemaOf(id)).isEqualTo(NEWER);
        assertThatThrownBy(restarted::refresh).isInstanceOf(RegistryUnavailableException.class);
        assertThat(restarted.schemaOf(id)).isEqualTo(NEWER);
    }

    @Test
    void aTornFileIsDoneWithout(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("schemas.json"), "{\"1\": torn");
        int id = server.register(SUBJECT, NEWER);
        assertThat(schemas(file).schemaOf(id)).isEqualTo(NEWER);
    }

    private CommandSchemas schemas(Path file) {
        return new CommandSchemas(
                client(), List.of(SUBJECT), file, new WaitingBudget(PATIENCE_MS, () -> nowNanos), () -> nowNanos);
    }

    private SchemaRegistry client() {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put(RegistryConfig.RETRIES, 0);
        return new SchemaRegistry(RegistryConfig.from(config));
    }
}
