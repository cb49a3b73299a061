package dungeon.app;

import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.RegistryRejectedException;
import dungeon.schemas.serde.SchemaHistory;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.StateSchemas;
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
        Contexts.wireSchemas().forEach((topic, current) -> {
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
}
