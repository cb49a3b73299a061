package dungeon.app;

import java.util.List;

/** The application cannot start; the message says all that is wrong. */
public final class StartUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartUpException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
