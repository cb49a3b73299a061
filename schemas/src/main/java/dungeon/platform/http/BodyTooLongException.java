package dungeon.platform.http;

import java.io.IOException;

/** An answer is longer than whoever asked is willing to read. */
public final class BodyTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLongException(int bytesMaximum) {
        super("an answer of more than %d bytes".formatted(bytesMaximum));
    }
}
