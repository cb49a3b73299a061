package dungeon.queries.history;

/** What was asked for is about a game or room that has left for the history. */
public final class MovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * An answer that is elsewhere.
     *
     * @param place its path there
     */
    public MovedException(String place) {
        super(place, null, false, false);
        this.place = place;
    }

    /** The path of the answer in the history. */
    public String place() {
        return place;
    }
}
