package dungeon.schemas.serde;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schemas of state records of other builds. A changelog outlives the build that wrote it: during a rolling upgrade, and after one that
 * was rolled back, an instance meets records of a build that it knows nothing of. Each build registers its schemas when it starts, each
 * under a subject of its own that names it by its fingerprint, so that no rule of compatibility stands in the way of going back; whoever
 * meets an unknown fingerprint asks for it once.
 */
public final class StateSchemas {
    private static final Logger LOG = LoggerFactory.getLogger(StateSchemas.class);
    /** An answer of "no such schema" is believed for so long; the build that has it registers it before it writes. */
    private static final long UNKNOWN_NANOS = Duration.ofSeconds(10).toNanos();
    /** So many of them are remembered: more than builds have ever had schemas. */
    private static final int UNKNOWN_MAXIMUM = 1_000;

    private static final Map<String, Long> UNKNOWN_SINCE = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > UNKNOWN_MAXIMUM;
        }
    };

    private static SchemaRegistry registry;

    private StateSchemas() {}

    /**
     * Registers schemas of state records, and looks for unknown ones in the same registry from now on, for all of this process.
     *
     * @throws RegistryRejectedException if the registry has not got one and does not take it
     * @throws RegistryUnavailableException if no registry answered
     */
    public static void register(SchemaRegistry with, Collection<Schema> schemas) {
        for (Schema schema : schemas) {
            with.idOf(subjectOf(schema), schema);
        }
        lookUpIn(with);
    }

    /** Looks for unknown schemas in a registry from now on; in none for null. */
    static synchronized void lookUpIn(SchemaRegistry with) {
        registry = with;
        UNKNOWN_SINCE.clear();
    }

    /** The registry's name for one version of a state record. */
    static String subjectOf(Schema schema) {
        return subjectOf(schema.getFullName(), SchemaNormalization.parsingFingerprint64(schema));
    }

    /**
     * The schema with a fingerprint, or nothing if nobody has registered it.
     *
     * @throws RegistryUnavailableException if no registry answered
     */
    static synchronized Optional<Schema> find(String fullName, long fingerprint) {
        String subject = subjectOf(fullName, fingerprint);
        Long since = UNKNOWN_SINCE.get(subject);
        if (registry == null || (since != null && System.nanoTime() - since < UNKNOWN_NANOS)) {
            return Optional.empty();
        }
        Optional<Schema> found = registry.versionsOf(subject).stream()
                .map(version -> registry.versionOf(subject, version).schema())
                .filter(schema -> schema.getFullName().equals(fullName)
                        && SchemaNormalization.parsingFingerprint64(schema) == fingerprint)
                .findFirst();
        if (found.isPresent()) {
            LOG.info("There is state of another build; its schema is {}", subject);
            UNKNOWN_SINCE.remove(subject);
        } else {
            UNKNOWN_SINCE.put(subject, System.nanoTime());
        }
        return found;
    }

    private static String subjectOf(String fullName, long fingerprint) {
        return "state.%s.%016x".formatted(fullName, fingerprint);
    }
}
