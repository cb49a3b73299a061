package dungeon.schemas.serde;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What of all that this build knows it may write. A field that is new is left out by builds that do not know it; a branch of a union that is
 * new can be read by none of them. So a record that comes to a union has {@code @since(N)} in the IDL, with N one above {@link #NEWEST},
 * which is raised with it, and is written only after the operator has raised {@code write.version} to N: when all instances are
 * of this build or a later one. Nobody goes back behind that, so the registry is told, and a build that does not know N does not
 * start.
 */
public final class WriteVersion {
    /** The newest version that this build knows. */
    public static final int NEWEST = 1;

    /** What every build knows. */
    public static final int FIRST = 1;

    private static final String SINCE = "since";
    private static final Schema NOTE = Schema.create(Schema.Type.INT);

    /** The fields of a record in whose unions something is newer than what every build knows. */
    private static final Map<Schema, List<Schema.Field>> NEWER_FIELDS = new ConcurrentHashMap<>();

    private static volatile int current = NEWEST;

    private WriteVersion() {}

    /**
     * Raises what may be written, for all of this process, and tells the registry.
     *
     * @param version {@link #FIRST} to {@link #NEWEST}
     * @return what is wrong, in sentences; empty if nothing is, and then it holds
     * @throws RegistryRejectedException if the registry does not take it
     * @throws RegistryUnavailableException if no registry answered
     */
    public static List<String> raise(SchemaRegistry registry, int version) {
        return raise(registry, version, NEWEST);
    }

    static List<String> raise(SchemaRegistry registry, int version, int newest) {
        if (!registry.versionsOf(subjectOf(newest + 1)).isEmpty()) {
            return List.of(
                    "write.version was raised to %d or more, and this build knows %d at most: start a build that knows it, there is no way back"
                            .formatted(newest + 1, newest));
        }
        for (int raised = FIRST + 1; raised <= version; raised++) {
            registry.idOf(subjectOf(raised), NOTE);
        }
        current = version;
        return List.of();
    }

    /** Sets what may be written, for all of this process, without telling anybody: where the registry is away. */
    public static void set(int version) {
        current = version;
    }

    /** Whether a record is so new that it may not be written yet. */
    public static boolean isWithheld(Schema branch) {
        return since(branch) > current;
    }

    /**
     * Lets no record pass that others might not be able to read.
     *
     * @throws SerializationException if something in it may not be written yet
     */
    static void check(IndexedRecord value) {
        for (Schema.Field field : NEWER_FIELDS.computeIfAbsent(value.getSchema(), WriteVersion::newerFields)) {
            if (value.get(field.pos()) instanceof IndexedRecord branch && isWithheld(branch.getSchema())) {
                throw new SerializationException("A %s in a %s is written from write.version %d on, and it is %d"
                        .formatted(
                                branch.getSchema().getName(),
                                value.getSchema().getName(),
                                since(branch.getSchema()),
                                current));
            }
        }
    }

    private static List<Schema.Field> newerFields(Schema record) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            if (field.schema().isUnion()
                    && field.schema().getTypes().stream().anyMatch(branch -> since(branch) > FIRST)) {
                fields.add(field);
            }
        }
        return List.copyOf(fields);
    }

    private static int since(Schema branch) {
        return branch.getObjectProp(SINCE) instanceof Number since ? since.intValue() : FIRST;
    }

    private static String subjectOf(int version) {
        return "write-version." + version;
    }
}
