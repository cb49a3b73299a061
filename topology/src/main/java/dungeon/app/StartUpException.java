package dungeon.app;

import java.util.List;

/** The application cannot start; the message says all that is wrong. */
public final class StartUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartUpException(List<String> faults) {
        super(String.join("; ", faults));
    }

    /** The fault that no broker answers; what Kafka's clients throw says less than its cause. */
    static String noBroker(TopologyConfig config, Exception thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return "No broker answers at %s: %s".formatted(config.bootstrapServers(), cause);
    }
}
