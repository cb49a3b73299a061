package dungeon.platform.core.timers;

/**
 * What a timer is for. An aggregate has at most one of each.
 *
 * @param kind 1 to {@link #KIND_MAXIMUM}, numbered by the context in the order in which timers of one event and moment fire
 * @param subject what of the aggregate it is for, such as a robotId; empty for the aggregate itself; a number is padded with
 *     zeros, so that the order of texts is that of numbers
 */
public record TimerId(int kind, String subject) implements Comparable<TimerId> {
    /** The highest kind of a context. The next one is the platform's. */
    public static final int KIND_MAXIMUM = 126;

    /** The next piece of what a closed aggregate has left behind is to be deleted. */
    public static final TimerId DELETION = new TimerId(KIND_MAXIMUM + 1, "");

    /**
     * As {@link #DELETION}, and when nothing else is left of it, the aggregate is forgotten.
     *
     * @param notBeforeMs until when its id has to be known as taken, in ms since 1970
     */
    public static TimerId forgetting(long notBeforeMs) {
        return new TimerId(DELETION.kind(), String.valueOf(notBeforeMs));
    }

    /** Whether it is for the platform, which deletes what a closed aggregate has left behind. */
    public boolean isDeletion() {
        return kind == DELETION.kind();
    }

    /** Whether the aggregate is to be forgotten wholly. */
    public boolean isForgetting() {
        return isDeletion() && !subject.isEmpty();
    }

    /** Until when an aggregate that {@link #isForgetting} is remembered, in ms since 1970. */
    public long notBeforeMs() {
        return Long.parseLong(subject);
    }

    /** A timer of the aggregate itself. */
    public static TimerId of(int kind) {
        return new TimerId(kind, "");
    }

    @Override
    public int compareTo(TimerId other) {
        return kind != other.kind ? Integer.compare(kind, other.kind) : subject.compareTo(other.subject);
    }
}
