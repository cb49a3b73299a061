package dungeon.verification.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How large a cluster is, and what is the same for all of its instances.
 *
 * @param folder everything that is kept
 * @param brokers how many, from 1
 * @param instances of the topology and of the queries, from 1
 * @param staticMembers whether instances have lasting names in their groups
 * @param session after which silence an instance is taken for dead; empty for the applications' defaults
 * @param classPathFirst what comes before the class path of the topology's instances
 * @param wholeHeap whether each process takes its whole heap at its start, so that whatever it grows by later is outside the heap
 * @param ingestSettings of command ingest, over those of one machine
 * @param rooms whether tic-tac-toe is decided too
 * @param secure whether players need a token to come to the brokers, and services a certificate; then nothing can be cut
 */
public record ClusterConfig(
        Path folder,
        int brokers,
        int instances,
        boolean staticMembers,
        Optional<Duration> session,
        List<String> classPathFirst,
        boolean wholeHeap,
        Map<String, String> ingestSettings,
        boolean rooms,
        boolean secure) {
    public ClusterConfig {
        if (secure && instances > 1) {
            throw new IllegalArgumentException("The way of a second instance can be cut, which has no way for TLS");
        }
    }

    /** One whose brokers let in everybody. */
    public ClusterConfig(
            Path folder,
            int brokers,
            int instances,
            boolean staticMembers,
            Optional<Duration> session,
            List<String> classPathFirst,
            boolean wholeHeap,
            Map<String, String> ingestSettings) {
        this(
                folder,
                brokers,
                instances,
                staticMembers,
                session,
                classPathFirst,
                wholeHeap,
                ingestSettings,
                false,
                false);
    }

    /** The same, in which tic-tac-toe is decided too. */
    public ClusterConfig withRooms() {
        return new ClusterConfig(
                folder,
                brokers,
                instances,
                staticMembers,
                session,
                classPathFirst,
                wholeHeap,
                ingestSettings,
                true,
                secure);
    }
}
