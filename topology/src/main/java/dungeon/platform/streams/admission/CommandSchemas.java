package dungeon.platform.streams.admission;

import dungeon.schemas.serde.RegistryRejectedException;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.SchemaLookup;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.SchemaUnavailableException;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.serde.UnknownSchemaException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schemas that commands can be written with. All versions of the topics' subjects are loaded ahead, off the stream threads, and kept in
 * a file. A record that names another id is worth a short question to the registry, as long as there were not many lately;
 * whatever comes of it, nobody waits for longer than that, and no thread ends. Safe for use by several threads.
 */
public final class CommandSchemas implements SchemaLookup {
    /** How often new versions are looked for; bounds how long a schema stays unknown that the registry could not be asked for. */
    public static final Duration REFRESH = Duration.ofSeconds(5);

    /** Of questions on stream threads: a registry nearby answers in some ms, and a busy one in some tenths of a second. */
    static final long BUDGET_MS = 400;

    /** So many newest versions of a subject are loaded; operators register them, and there was one in the first year. */
    static final int VERSIONS_MAXIMUM = 200;

    /** Schemas of no subject of ours are for whoever wrote them; each takes some 100 kB. */
    static final int OTHERS_MAXIMUM = 50;

    /** A "no" that was forgotten costs one more question, out of the same budget. */
    static final int REFUSALS_MAXIMUM = 10_000;

    /** An id that was not given out can be given out a moment later. */
    static final Duration REFUSAL = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(CommandSchemas.class);

    /** Why an id is of no use, until it is asked for again. */
    private record Refusal(boolean isUnknown, String message, long untilNanos) {
        UndecodableException exception() {
            return isUnknown ? new UnknownSchemaException(message) : new UndecodableException(message);
        }
    }

    private record Version(String subject, int number) {}

    private final SchemaRegistry registry;
    private final List<String> subjects;
    private final SchemaFile file;
    private final WaitingBudget budget;
    private final LongSupplier nanoTime;
    private final Map<Integer, Schema> loaded = new ConcurrentHashMap<>();
    private final Set<Version> versions = new HashSet<>();
    private final Map<Integer, Schema> others = recentlyUsed(OTHERS_MAXIMUM);
    private final Map<Integer, Refusal> refusals = recentlyUsed(REFUSALS_MAXIMUM);
    /** Held while the registry is asked for an id; whoever waits for it waits no longer than all questions may take. */
    private final Object asking = new Object();
    /** Whether a question was not answered, and the background has not heard of the registry since. */
    private volatile boolean isAway;

    /**
     * Knows what is in the file, until the first refresh.
     *
     * @param subjects of the topics with commands
     * @param file where schemas are kept across restarts; null to keep none
     */
    public CommandSchemas(SchemaRegistry registry, List<String> subjects, Path file) {
        this(registry, subjects, file, new WaitingBudget(BUDGET_MS), System::nanoTime);
    }

    /**
     * The same with another patience.
     *
     * @param budget for questions on stream threads
     * @param nanoTime the clock, in ns
     */
    public CommandSchemas(
            SchemaRegistry registry, List<String> subjects, Path file, WaitingBudget budget, LongSupplier nanoTime) {
        this.registry = registry;
        this.subjects = List.copyOf(subjects);
        this.file = new SchemaFile(file);
        this.budget = budget;
        this.nanoTime = nanoTime;
        loaded.putAll(this.file.read());
    }

    /** The registry that is asked. */
    public SchemaRegistry registry() {
        return registry;
    }

    /** Learns a schema from whoever has asked for it already. */
    public void learn(int id, Schema schema) {
        loaded.putIfAbsent(id, schema);
    }

    @Override
    public Schema schemaOf(int id) {
        Schema known = known(id);
        if (known != null) {
            return known;
        }
        synchronized (asking) {
            Schema meanwhile = known(id);
            return meanwhile == null ? ask(id) : meanwhile;
        }
    }

    private Schema known(int id) {
        Schema schema = loaded.get(id);
        if (schema != null) {
            return schema;
        }
        Refusal refusal = refusals.get(id);
        if (refusal != null && nanoTime.getAsLong() - refusal.untilNanos() < 0) {
            throw refusal.exception();
        }
        return others.get(id);
    }

    private Schema ask(int id) {
        long waitMs = isAway ? 0 : budget.availableMs();
        if (waitMs == 0) {
            throw new SchemaUnavailableException(
                    "Schema id %d is not known, and the registry %s; new versions of %s are looked for every %d s"
                            .formatted(
                                    id,
                                    isAway ? "does not answer" : "was asked for too many such ids lately",
                                    subjects,
                                    REFRESH.toSeconds()));
        }
        long sinceNanos = budget.nowNanos();
        try {
            Optional<Schema> found = registry.schemaOf(id, waitMs);
            if (found.isEmpty()) {
                throw refused(
                        id, true, "The record names the schema id %d, which the registry does not know".formatted(id));
            }
            others.put(id, found.get());
            return found.get();
        } catch (RegistryUnavailableException | RegistryRejectedException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            // An answer that says nothing came at once; one that did not come would not come for the next id either.
            isAway = e.getCause() instanceof IOException;
            throw new SchemaUnavailableException(
                    "Schema id %d is not known, and the registry does not tell: %s".formatted(id, e.getMessage()), e);
        } catch (UnknownSchemaException e) {
            throw e;
        } catch (UndecodableException e) {
            throw refused(id, false, e.getMessage());
        } finally {
            budget.spend(sinceNanos);
        }
    }

    private UndecodableException refused(int id, boolean isUnknown, String message) {
        Refusal refusal = new Refusal(isUnknown, message, nanoTime.getAsLong() + REFUSAL.toNanos());
        refusals.put(id, refusal);
        return refusal.exception();
    }

    /**
     * Loads what is new among the versions of the subjects. Not for stream threads, because it waits for the registry.
     *
     * @throws RegistryUnavailableException if the registry does not answer
     * @throws RegistryRejectedException if it refuses to
     */
    public synchronized void refresh() {
        boolean isNew = false;
        for (String subject : subjects) {
            List<Integer> newestFirst = registry.versionsOf(subject).stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(VERSIONS_MAXIMUM)
                    .toList();
            for (int number : newestFirst) {
                if (!versions.contains(new Version(subject, number))) {
                    load(subject, number);
                    versions.add(new Version(subject, number));
                    isNew = true;
                }
            }
        }
        isAway = false;
        if (isNew) {
            file.write(loaded);
        }
    }

    private void load(String subject, int number) {
        try {
            SchemaRegistry.Registered version = registry.versionOf(subject, number);
            loaded.putIfAbsent(version.id(), version.schema());
            refusals.remove(version.id());
            LOG.info("Commands can be written with schema id {}, version {} of {}", version.id(), number, subject);
        } catch (UndecodableException e) {
            LOG.warn(
                    "Version {} of {} cannot be read with; commands that name it are dead letters", number, subject, e);
        }
    }

    private static <V> Map<Integer, V> recentlyUsed(int maximum) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
                return size() > maximum;
            }
        });
    }
}
