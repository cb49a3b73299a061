package dungeon.verification.checks;

import java.util.Objects;
import java.util.function.Supplier;

/** A promise of the platform does not hold; the message says which, and where. */
public final class BrokenPromiseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenPromiseException(String message) {
        super(message);
    }

    static void unless(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new BrokenPromiseException(message.get());
        }
    }

    static void unlessEqual(Object expected, Object actual, Supplier<String> what) {
        boolean equal = Objects.equals(expected, actual);
        if (expected instanceof Number one && actual instanceof Number other) {
            // However many bits they came with.
            equal = one.longValue() == other.longValue();
        }
        unless(equal, () -> "%s is %s and must be %s".formatted(what.get(), actual, expected));
    }
}
