package dungeon.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The schema registry answered, and refused: an incompatible schema, an unknown subject, missing credentials. */
public final class RegistryRejectedException extends SerializationException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public RegistryRejectedException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
