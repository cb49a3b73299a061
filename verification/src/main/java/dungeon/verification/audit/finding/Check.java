package dungeon.verification.audit.finding;

import java.util.Objects;

/** Compares what is expected with what is there. */
public final class Check {
    private Check() {}

    public static void same(String what, long expected, long found) {
        if (expected != found) {
            throw new Broken(what, expected, found);
        }
    }

    public static void same(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new Broken(what, expected, found);
        }
    }

    /** Something must be so; what is expected is said in words. */
    public static void holds(String what, boolean isSo, String expected, Object found) {
        if (!isSo) {
            throw new Broken(what, expected, found);
        }
    }

    public static void within(String what, long least, long most, long found) {
        if (found < least || found > most) {
            throw new Broken(what, least + " to " + most, found);
        }
    }

    /** What the events named before. */
    public static <T> T known(String what, T found, String id) {
        if (found == null) {
            throw new Broken(what, "one that there is", id);
        }
        return found;
    }
}
