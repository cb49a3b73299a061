package dungeon.standalone.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started so far, by several threads, and has to be stopped in the end. */
final class RunningParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningParts.class);

    /** The topology can be two applications, each of them a running one of the same part. */
    private final Map<Part, List<AutoCloseable>> parts = new EnumMap<>(Part.class);

    private boolean closed;

    /**
     * Takes charge of a part that has just started.
     *
     * @throws CancellationException if all was stopped meanwhile; the part is then stopped at once
     */
    <T extends AutoCloseable> T add(Part part, T running) {
        synchronized (this) {
            if (!closed) {
                parts.computeIfAbsent(part, none -> new ArrayList<>()).add(running);
                return running;
            }
        }
        stop(part, running);
        throw new CancellationException("The system was stopped while it started");
    }

    @Override
    public void close() {
        List<Map.Entry<Part, AutoCloseable>> running = new ArrayList<>();
        synchronized (this) {
            closed = true;
            parts.forEach((part, all) -> all.forEach(one -> running.add(Map.entry(part, one))));
            parts.clear();
        }
        Collections.reverse(running);
        running.forEach(entry -> stop(entry.getKey(), entry.getValue()));
    }

    /** One part that does not stop must not keep the others from it. */
    private static void stop(Part part, AutoCloseable running) {
        try {
            LOG.info("Stopping {}", part);
            running.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop as it should", part, e);
        }
    }
}
