package dungeon.platform.streams.admission;

import org.apache.kafka.common.errors.RetriableException;

/** No key set was ever read, so no token can be judged yet; the record must be tried again. */
public final class KeysUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
