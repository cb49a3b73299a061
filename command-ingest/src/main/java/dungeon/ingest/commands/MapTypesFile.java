package dungeon.ingest.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.ingest.identity.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of map types and of players who were renamed, with how far the lobby's log was read for it: a start that finds it reads what came since, and not all players
 * and map types that ever were. Whoever has none, or one of another log, reads from the beginning.
 */
final class MapTypesFile {
    static final String NAME = "map-types.json";
    private static final Logger LOG = LoggerFactory.getLogger(MapTypesFile.class);
    /** A start after a kill reads the log of a minute more. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What a file holds.
     *
     * @param log the id of the topic
     * @param nextOffsets how far each partition was read
     * @param mapTypes where each map type stands
     * @param renamed whose name was taken away, by ids; null in files of builds that read past such events
     */
    record Content(String log, Map<Integer, Long> nextOffsets, List<Stored> mapTypes, List<String> renamed) {}

    /**
     * A map type.
     *
     * @param subject the subject of the lobby that it belongs to
     * @param partition of the lobby's log, where its event stands
     * @param offset of that event
     */
    record Stored(String mapTypeId, String subject, int partition, long offset) {}

    private final Path file;
    private long savedNanos = System.nanoTime();
    /** In a cluster the folder is a mounted secret, which is no news each minute. */
    private boolean isRefused;

    MapTypesFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /**
     * What is kept of a log; empty if there is nothing that is of use.
     *
     * @param log the id of the topic
     * @param ends of its partitions; a log that was read further than it reaches is another one
     */
    Optional<Content> load(String log, Map<Integer, Long> ends) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
            boolean fits = log.equals(content.log())
                    && content.renamed() != null
                    && content.nextOffsets().keySet().equals(ends.keySet())
                    && content.nextOffsets().entrySet().stream()
                            .allMatch(next -> next.getValue() <= ends.get(next.getKey()));
            if (fits) {
                return Optional.of(content);
            }
            LOG.info("{} is of another log or an older build; the lobby is read from the beginning", file);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read; the lobby is read from the beginning", file, e);
        }
        return Optional.empty();
    }

    /** Whether it is time to save again. */
    boolean isDue() {
        return System.nanoTime() - savedNanos > EVERY.toNanos();
    }

    /** Saves it; without it the next start takes longer, and nothing else. */
    void save(Content content) {
        savedNanos = System.nanoTime();
        try {
            OwnerOnlyFile.write(file, JSON.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names and numbers are JSON", e);
        } catch (IOException e) {
            if (!isRefused) {
                isRefused = true;
                LOG.warn("Cannot write {}; each start reads all of the lobby", file, e);
            }
        }
    }
}
