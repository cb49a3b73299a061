package dungeon.streams;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** Whether a transaction is one of this application; another's name can begin with this one's. */
    public boolean contain(String transactionalId) {
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
