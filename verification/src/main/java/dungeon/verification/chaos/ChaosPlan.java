package dungeon.verification.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to do.
 *
 * @param seed of the schedule and of what players do
 * @param duration for which faults are made; empty for as long as it takes to make each once. The check-up at the end comes on
 *     top
 * @param faults that may be made
 * @param data where the cluster's data goes; empty for a temporary folder
 * @param staticMembers whether instances have lasting names in their groups
 * @param session after which silence an instance is taken for dead; empty for the applications' defaults
 * @param rooms how many rooms of tic-tac-toe are played in at a time; 0 for none
 * @param classPathFirst folders with changed classes for the topology, to see them caught
 */
public record ChaosPlan(
        long seed,
        Optional<Duration> duration,
        List<Fault> faults,
        Optional<Path> data,
        boolean staticMembers,
        Optional<Duration> session,
        int rooms,
        List<String> classPathFirst) {
    /** Enough to lose one and keep each record in two places. */
    static final int BROKERS = 3;

    /** Of the topology and of the queries: one to lose, and one that takes over. */
    static final int INSTANCES = 2;
}
