package dungeon.platform.streams.runtime;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions of instances that the group has given up. Until such a one ends, nobody can take the offsets over
 * that are in it, and no reader gets past it: left alone, the games of a killed instance would stand still until the
 * transaction's time-out, long after others could go on with them. Whom the group has given up is fenced anyhow, and so
 * nothing is lost if it still lives. In a group with static members it does nothing: a process that takes the place of
 * another keeps that one's client id there, so the group does not tell which processes live.
 */
public final class AbandonedTransactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedTransactions.class);
    /** Longer than most transactions that go well, so that in the ordinary case there is nothing to look into. */
    private static final long OPEN_FOR_MS = 500;

    private final TransactionWatch watch;
    private final TransactionalIds ids;

    /**
     * Looks after the transactions of one application.
     *
     * @param clientConfig how to reach the brokers
     * @param applicationId the application's, with which the names of its transactions begin
     */
    public AbandonedTransactions(Map<String, Object> clientConfig, String applicationId) {
        watch = new TransactionWatch("abandoned-transactions", clientConfig, admin -> end(admin, applicationId));
        ids = new TransactionalIds(applicationId);
    }

    /**
     * Begins to look, and ends what this process itself has left open before.
     *
     * @param streams not started yet, so that nothing of this process is under way
     */
    public void start(KafkaStreams streams) throws InterruptedException {
        endOwn(streams);
        watch.start();
    }

    @Override
    public void close() {
        watch.close();
    }

    /**
     * What this process itself left open when it was killed. Who has a store on disk keeps its id there, so the others would take
     * what is open for the work of a living member.
     */
    void endOwn(KafkaStreams streams) throws InterruptedException {
        Optional<String> self = streams.metadataForLocalThreads().stream()
                .findAny()
                .flatMap(thread -> ids.processOfClient(thread.consumerClientId()));
        try {
            List<String> own = ids.ongoing(watch.admin(), 0).stream()
                    .filter(id -> self.isPresent() && ids.processOf(id).equals(self))
                    .toList();
            if (!own.isEmpty()) {
                LOG.info("Ending what this process left open when it was killed: {}", own);
                watch.admin().fenceProducers(own).all().get();
            }
        } catch (ExecutionException e) {
            LOG.warn("Cannot end what this process may have left open; it ends after its time-out", e.getCause());
        }
    }

    /** Ends what is open for a while and belongs to no member of the group; gives the names of these transactions. */
    static List<String> end(Admin admin, String applicationId) throws ExecutionException, InterruptedException {
        TransactionalIds ids = new TransactionalIds(applicationId);
        List<String> open = ids.ongoing(admin, OPEN_FOR_MS);
        if (open.isEmpty()) {
            return open;
        }
        Set<String> living = new HashSet<>();
        for (MemberDescription member : members(admin, applicationId)) {
            Optional<String> process = ids.processOfClient(member.clientId());
            if (process.isEmpty() || member.groupInstanceId().isPresent()) {
                return List.of();
            }
            living.add(process.get());
        }
        List<String> abandoned = open.stream()
                .filter(id -> ids.processOf(id).filter(living::contains).isEmpty())
                .toList();
        if (!abandoned.isEmpty()) {
            LOG.info("Ending the transactions of instances that the group has given up: {}", abandoned);
            admin.fenceProducers(abandoned).all().get();
        }
        return abandoned;
    }

    private static Collection<MemberDescription> members(Admin admin, String applicationId)
            throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(applicationId))
                .describedGroups()
                .get(applicationId)
                .get()
                .members();
    }
}
