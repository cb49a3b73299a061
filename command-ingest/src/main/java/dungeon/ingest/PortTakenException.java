package dungeon.ingest;

/** Another program listens where this one should. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(int port, Throwable cause) {
        super(
                "Port %d is taken by another program; stop that one, or choose another port with dungeon.ingest.port"
                        .formatted(port),
                cause);
    }
}
