package dungeon.platform.streams.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTransactionsResult;
import org.apache.kafka.clients.admin.FenceProducersResult;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions that strangers leave open on command topics. The application reads what is committed, so no command that
 * is behind the beginning of an open transaction is decided before this one ends: whoever may write commands could stop all games of
 * a partition for as long as the brokers let a transaction live. Several instances may do this at once; who comes second finds
 * nothing left to end.
 */
public final class ForeignTransactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignTransactions.class);
    /** Far longer than it takes to write a batch of commands, and short enough for those who wait for the outcome of theirs. */
    static final long OPEN_MAXIMUM_MS = 1_000;

    private final TransactionWatch watch;

    /**
     * Does not look yet.
     *
     * @param clientConfig how to reach the brokers
     * @param applicationIds of the applications of Kafka Streams that write to the topics themselves; what one of their instances
     *     leaves open, {@link AbandonedTransactions} ends
     * @param topics on which nobody else may leave a transaction open
     */
    public ForeignTransactions(
            Map<String, Object> clientConfig, Collection<String> applicationIds, Collection<String> topics) {
        List<TransactionalIds> own =
                applicationIds.stream().map(TransactionalIds::new).toList();
        Set<String> watched = Set.copyOf(topics);
        watch = new TransactionWatch("foreign-transactions", clientConfig, admin -> end(admin, own, watched));
    }

    /** Begins to look. */
    public void start() {
        watch.start();
    }

    @Override
    public void close() {
        watch.close();
    }

    /** Ends what strangers have open on some topics for longer than they may; gives the names of these transactions. */
    static List<String> end(Admin admin, List<TransactionalIds> own, Set<String> topics)
            throws ExecutionException, InterruptedException {
        ListTransactionsOptions tooLong = new ListTransactionsOptions()
                .filterStates(Set.of(TransactionState.ONGOING))
                .filterOnDuration(OPEN_MAXIMUM_MS);
        List<String> foreign = admin.listTransactions(tooLong).all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> own.stream().noneMatch(application -> application.isOne(id)))
                .toList();
        List<String> found = foreign.isEmpty() ? foreign : onTopics(admin, foreign, topics);
        return found.isEmpty() ? found : ended(admin, found);
    }

    private static List<String> onTopics(Admin admin, List<String> ids, Set<String> topics)
            throws InterruptedException {
        DescribeTransactionsResult described = admin.describeTransactions(ids);
        List<String> found = new ArrayList<>();
        for (String id : ids) {
            try {
                if (described.description(id).get().topicPartitions().stream()
                        .anyMatch(partition -> topics.contains(partition.topic()))) {
                    found.add(id);
                }
            } catch (ExecutionException e) {
                LOG.debug("Transaction {} cannot be looked into; if it stays open, the next look finds it", id, e);
            }
        }
        return found;
    }

    /** Whoever is fenced cannot go on with the transaction: its coordinator aborts it on all partitions. */
    private static List<String> ended(Admin admin, List<String> ids) throws InterruptedException {
        FenceProducersResult fenced = admin.fenceProducers(ids);
        List<String> ended = new ArrayList<>();
        for (String id : ids) {
            try {
                fenced.producerId(id).get();
                ended.add(id);
            } catch (ExecutionException e) {
                LOG.warn(
                        "The transaction {} of a stranger holds up commands and cannot be ended; the next try follows",
                        id,
                        e);
            }
        }
        if (!ended.isEmpty()) {
            LOG.warn(
                    "Ended transactions that strangers had open on command topics for longer than {} ms: {}",
                    OPEN_MAXIMUM_MS,
                    ended);
        }
        return ended;
    }
}
