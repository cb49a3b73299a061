package dungeon.topology;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts the transactions that a killed process of this application has left open. Stream threads take new transactional
 * ids at each start when all stores are in memory, so nothing else ends the old ones before their time-out, and until then
 * no offset can be fetched and no event behind them be read.
 */
final class OpenTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);

    private OpenTransactions() {}

    /** Aborts them; only for an application of which no other instance is running. */
    static void abort(TopologyConfig config) throws InterruptedException {
        try (Admin admin = Admin.create(config.clientConfig())) {
            List<String> open = admin
                    .listTransactions(new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
                    .all()
                    .get()
                    .stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> id.startsWith(config.applicationId() + "-"))
                    .toList();
            if (!open.isEmpty()) {
                LOG.info("A killed process has left transactions open, which are aborted: {}", open);
                admin.fenceProducers(open).all().get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("The open transactions of a killed process cannot be aborted", e.getCause());
        }
    }
}
