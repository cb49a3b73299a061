package dungeon.schemas.serde;

/** A record names a schema that the registry does not have. */
public final class UnknownSchemaException extends UndecodableException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(message);
    }
}
