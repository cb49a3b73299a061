package dungeon.standalone.machine;

import dungeon.analytics.AnalyticsTopology;
import dungeon.app.TopologyConfig;
import dungeon.platform.streams.runtime.TransactionalIds;
import dungeon.queries.Views;
import dungeon.queries.views.View;
import dungeon.statetopics.StateTopicsTopology;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions that a killed process left open. Until one ends, nothing behind it can be read; left alone, it
 * ends after the time-out of transactions.
 */
final class OpenTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);

    private OpenTransactions() {}

    /** Ends those of all applications of the machine. */
    static void abortAll(Admin admin, List<TopologyConfig> topologies) throws InterruptedException {
        for (TopologyConfig topology : topologies) {
            abort(admin, topology.applicationId());
        }
        for (View<?> view : Views.ALL) {
            abort(admin, view.applicationId());
        }
        abort(admin, StateTopicsTopology.APPLICATION_ID);
        abort(admin, AnalyticsTopology.APPLICATION_ID);
    }

    /**
     * Aborts those of an application of Kafka Streams, of which no instance may be running.
     *
     * @param applicationId with which the names of its transactions begin
     */
    static void abort(Admin admin, String applicationId) throws InterruptedException {
        try {
            List<String> open = new TransactionalIds(applicationId).ongoing(admin, 0);
            if (!open.isEmpty()) {
                LOG.info("Aborting what a killed process left open: {}", open);
                admin.fenceProducers(open).all().get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("Cannot end the transactions that were left open", e.getCause());
        }
    }
}
