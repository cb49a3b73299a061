package dungeon.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** A record names a schema that is not known, and the registry cannot be asked for it now; the record is not waited for. */
public final class SchemaUnavailableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public SchemaUnavailableException(String message) {
        super(message);
    }

    public SchemaUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
