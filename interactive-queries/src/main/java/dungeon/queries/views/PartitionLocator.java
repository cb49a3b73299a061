package dungeon.queries.views;

import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;

/** Which instance holds what: as Kafka Streams says, or a test. */
public interface PartitionLocator {

    /**
     * Where a game is.
     *
     * @param partition the partition that its events are in
     * @param active the instance that folds them
     * @param standbys instances that follow it
     */
    record Place(int partition, HostInfo active, List<HostInfo> standbys) {}

    /** This instance, as the others reach it. */
    HostInfo self();

    /**
     * Where a game is, or would be if it existed.
     *
     * @throws NotAvailableException while that is not known
     */
    Place placeOf(String gameId);

    /**
     * All instances that fold partitions.
     *
     * @throws NotAvailableException while that is not known
     */
    List<HostInfo> instances();

    /**
     * The partitions that this instance folds.
     *
     * @throws NotAvailableException while that is not known
     */
    Set<Integer> ownPartitions();
}
