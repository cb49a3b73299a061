package dungeon.verification.audit.finding;

/** A promise is broken by the event that is looked at. */
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String expected;
    private final String found;

    public Broken(String what, Object expected, Object found) {
        super(what + ": expected " + expected + ", found " + found);
        this.what = what;
        this.expected = String.valueOf(expected);
        this.found = String.valueOf(found);
    }

    public Finding in(String gameId, long sequence, String event) {
        return new Finding(gameId, sequence, event, what, expected, found);
    }
}
