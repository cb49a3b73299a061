package dungeon.verification.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is the same for all instances of a cluster.
 *
 * @param folder everything that is kept
 * @param staticMembers whether instances have lasting names in their groups
 * @param session after which silence an instance is taken for dead; empty for the applications' defaults
 * @param classPathFirst what comes before the class path of the topology's instances
 */
record ClusterConfig(
        Path folder, boolean staticMembers, java.util.Optional<Duration> session, List<String> classPathFirst) {}
