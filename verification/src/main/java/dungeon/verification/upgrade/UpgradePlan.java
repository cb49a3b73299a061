package dungeon.verification.upgrade;

import dungeon.standalone.processes.JavaClasses;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run is to do.
 *
 * @param olderName what the older build is called in what is said
 * @param older its classes
 * @param brokers how many, 1 or 3
 * @param seed of what players do
 * @param data where the cluster's data goes; empty for a temporary folder
 */
public record UpgradePlan(String olderName, JavaClasses older, int brokers, long seed, Optional<Path> data) {
    /** Of the topology and of the queries: one to replace, and one that takes over meanwhile. */
    static final int INSTANCES = 2;
}
