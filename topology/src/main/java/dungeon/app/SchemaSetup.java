package dungeon.app;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.RegistryRejectedException;
import dungeon.schemas.serde.SchemaHistory;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.StateSchemas;
import dungeon.schemas.topics.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the registry all schemas of the topics and of state records. */
public final class SchemaSetup {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaSetup.class);
    private static final int CONFLICT = 409;
    private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private SchemaSetup() {}

    /** Registers every version of every schema, oldest first, so that what was ever written can be read. */
    public static void register(SchemaRegistry registry) {
        schemasByTopic().forEach((topic, current) -> {
            String subject = AvroSerializer.subjectOf(topic);
            registry.setCompatibility(subject, COMPATIBILITY);
            for (Schema version : SchemaHistory.of(current)) {
                if (!version.equals(current)) {
                    registerOlder(registry, subject, version);
                }
            }
            registry.idOf(subject, current);
        });
        StateSchemas.register(registry, Contexts.stateSchemas(Contexts.ALL));
    }

    private static void registerOlder(SchemaRegistry registry, String subject, Schema version) {
        try {
            registry.idOf(subject, version);
        } catch (RegistryRejectedException e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
            // A service that starts beside this was quicker with the newest, before anything was written with an older.
            LOG.info("The older schemas of {} are left out", subject, e);
        }
    }

    private static Map<String, Schema> schemasByTopic() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put(Topics.COMMANDS.name(), Command.getClassSchema());
        schemas.put(Topics.EVENTS.name(), Event.getClassSchema());
        schemas.put(Topics.LOBBY_COMMANDS.name(), LobbyCommand.getClassSchema());
        schemas.put(Topics.LOBBY_EVENTS.name(), LobbyEvent.getClassSchema());
        schemas.put(Topics.IDENTITY_COMMANDS.name(), IdentityCommand.getClassSchema());
        schemas.put(Topics.IDENTITY_EVENTS.name(), IdentityEvent.getClassSchema());
        return schemas;
    }
}
