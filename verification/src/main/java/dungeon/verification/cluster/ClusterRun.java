package dungeon.verification.cluster;

import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import dungeon.verification.checks.BrokenPromiseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cluster in a folder of its own, for as long as it is put to the test. What was found is kept with all data, and nothing else is. */
public final class ClusterRun {
    /** How large the cluster is. */
    @FunctionalInterface
    public interface Layout {
        /**
         * That of a cluster.
         *
         * @param data where its data goes
         */
        ClusterConfig in(Path data);
    }

    /** What is done with the cluster. */
    @FunctionalInterface
    public interface Work {
        /**
         * Starts the cluster, and does it.
         *
         * @param data the folder of the cluster, for what else is written
         * @throws BrokenPromiseException with what is found
         */
        void with(Cluster cluster, Path data) throws IOException, InterruptedException;
    }

    private final Path data;
    private final Progress progress;
    private volatile boolean stopped;

    private ClusterRun(Path data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    /**
     * In a folder.
     *
     * @param folder where all data goes; empty for a temporary folder
     * @param name what is run, which the temporary folder is called after
     */
    public static ClusterRun in(Optional<Path> folder, String name, Progress progress) throws IOException {
        return new ClusterRun(
                folder.isPresent() ? folder.get() : Files.createTempDirectory("dungeon-" + name), progress);
    }

    /**
     * Lays out the cluster, does the work, and ends the cluster, also on a signal.
     *
     * @param what is run, to be said before it begins
     * @return whether every promise was kept; false as well if it was stopped before its end
     */
    public boolean keepsEveryPromise(String what, Layout layout, Work work) throws IOException, InterruptedException {
        boolean kept;
        try (DataFolder folder = DataFolder.open(data)) {
            Logging.toFolder(folder.resolve("logs"));
            progress.say("%s; data is in %s".formatted(what, data));
            kept = run(folder, layout, work);
        } catch (IOException | RuntimeException e) {
            if (!stopped) {
                throw e;
            }
            log().debug("Whatever was under way fails when all is stopped", e);
            return false;
        }
        if (kept) {
            DataFolder.remove(data);
        } else if (!stopped) {
            progress.say("All data and logs are kept in " + data);
        }
        return kept;
    }

    private boolean run(DataFolder folder, Layout layout, Work work) throws IOException, InterruptedException {
        Cluster cluster = new Cluster(layout.in(data));
        Thread onSignal = new Thread(() -> stop(cluster, folder), "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (cluster) {
            work.with(cluster, data);
            return !stopped;
        } catch (BrokenPromiseException e) {
            if (!stopped) {
                progress.say("FOUND: " + e.getMessage());
                log().error("A promise is broken", e);
            }
            return false;
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(onSignal);
            } catch (IllegalStateException e) {
                log().debug("The JVM is ending, and the hook does the same", e);
            }
        }
    }

    /** Nothing was found until now, so nothing is kept. */
    private void stop(Cluster cluster, DataFolder folder) {
        stopped = true;
        cluster.close();
        folder.close();
        DataFolder.remove(data);
        progress.say("Stopped before the end; nothing was found until then, and nothing is kept");
    }

    /** Made when it is needed, because logging is set up by then. */
    private static Logger log() {
        return LoggerFactory.getLogger(ClusterRun.class);
    }
}
