package dungeon.streams;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
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
    /** Two small requests to each broker; the games of a killed instance wait half of it on average. */
    private static final Duration INTERVAL = Duration.ofMillis(500);
    /** Far longer than a transaction that goes well, so that in the ordinary case there is nothing to look into. */
    private static final long OPEN_FOR_MS = 500;

    private static final String ANSWER_TIMEOUT_MS = "5000";
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(6);

    private final Admin admin;
    private final String applicationId;
    private final Thread thread = new Thread(this::watch, "abandoned-transactions");

    /**
     * Looks after the transactions of one application.
     *
     * @param clientConfig how to reach the brokers
     * @param applicationId with which the names of its transactions begin
     */
    public AbandonedTransactions(Map<String, Object> clientConfig, String applicationId) {
        Map<String, Object> settings = new HashMap<>(clientConfig);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
        admin = Admin.create(settings);
        this.applicationId = applicationId;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        admin.close(Duration.ZERO);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL.toMillis());
                try {
                    end(admin, applicationId);
                } catch (ExecutionException e) {
                    LOG.debug("Cannot look for abandoned transactions now; the next look follows", e);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer looking for abandoned transactions", e);
        }
    }

    /** Ends what is open for a while and belongs to no member of the group; gives the names of these transactions. */
    static List<String> end(Admin admin, String applicationId) throws ExecutionException, InterruptedException {
        List<String> open = admin
                .listTransactions(new ListTransactionsOptions()
                        .filterStates(Set.of(TransactionState.ONGOING))
                        .filterOnDuration(OPEN_FOR_MS))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(applicationId + "-"))
                .toList();
        if (open.isEmpty()) {
            return open;
        }
        Collection<MemberDescription> members = members(admin, applicationId);
        if (!members.stream().allMatch(member -> tellsItsProcess(member, applicationId))) {
            return List.of();
        }
        List<String> abandoned =
                open.stream().filter(id -> !belongsToOneOf(members, id)).toList();
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

    /** Kafka Streams names transactions application-process-thread, and clients application-process-StreamThread-…. */
    private static boolean belongsToOneOf(Collection<MemberDescription> members, String transactionalId) {
        String process = transactionalId.substring(0, transactionalId.lastIndexOf('-') + 1);
        return members.stream().anyMatch(member -> member.clientId().startsWith(process));
    }

    /** Not if somebody has set client.id. */
    private static boolean tellsItsProcess(MemberDescription member, String applicationId) {
        return member.groupInstanceId().isEmpty() && member.clientId().startsWith(applicationId + "-");
    }
}
