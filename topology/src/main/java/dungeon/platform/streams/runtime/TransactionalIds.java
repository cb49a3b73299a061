package dungeon.platform.streams.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * The names that Kafka Streams gives to transactions: application, process, number of the thread. The process is a UUID, which it
 * keeps in the state folder if a store is there.
 */
public final class TransactionalIds {
    private static final String PROCESS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Pattern transactional;
    private final Pattern client;

    /** Of one application. */
    public TransactionalIds(String applicationId) {
        String ofProcess = "(" + Pattern.quote(applicationId + "-") + PROCESS + ")-";
        transactional = Pattern.compile(ofProcess + "\\d+");
        client = Pattern.compile(ofProcess + ".+");
    }

    /**
     * The transactions of this application that are open; another application's name can begin with this one's.
     *
     * @param forMs for longer than this
     */
    public List<String> ongoing(Admin admin, long forMs) throws ExecutionException, InterruptedException {
        ListTransactionsOptions asked = new ListTransactionsOptions()
                .filterStates(Set.of(TransactionState.ONGOING))
                .filterOnDuration(forMs);
        return admin.listTransactions(asked).all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(this::isOne)
                .toList();
    }

    /** Whether a transaction is one of this application, going by its name. */
    boolean isOne(String transactionalId) {
        return transactional.matcher(transactionalId).matches();
    }

    /** The application and process of a transaction of this application. */
    Optional<String> processOf(String transactionalId) {
        return firstGroup(transactional.matcher(transactionalId));
    }

    /** The application and process of a client; empty if somebody has set {@code client.id}. */
    Optional<String> processOfClient(String clientId) {
        return firstGroup(client.matcher(clientId));
    }

    private static Optional<String> firstGroup(Matcher matcher) {
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
