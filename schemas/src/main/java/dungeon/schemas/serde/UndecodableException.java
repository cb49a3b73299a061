package dungeon.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** Bytes that are no record of the expected type and never will be; trying again does not help. */
public sealed class UndecodableException extends SerializationException permits UnknownSchemaException {
    private static final long serialVersionUID = 1L;

    public UndecodableException(String message) {
        super(message);
    }

    public UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
