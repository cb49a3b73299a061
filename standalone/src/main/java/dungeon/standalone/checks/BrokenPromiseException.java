package dungeon.standalone.checks;

import java.util.Objects;

/** A promise of the platform does not hold; the message says which, and where. */
public final class BrokenPromiseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenPromiseException(String message) {
        super(message);
    }

    static void unless(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new BrokenPromiseException(message.formatted(arguments));
        }
    }

    static void unlessEqual(Object expected, Object actual, String what, Object... arguments) {
        boolean equal = expected instanceof Number one && actual instanceof Number other
                ? one.longValue() == other.longValue()
                : Objects.equals(expected, actual);
        unless(
                equal,
                "%s is %s and must be %s",
                what.formatted(arguments),
                actual,
                expected);
    }
}
