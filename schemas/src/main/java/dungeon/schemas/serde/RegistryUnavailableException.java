package dungeon.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry gave no answer, so nothing is known of the bytes; the record must be tried again, not given up. */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
