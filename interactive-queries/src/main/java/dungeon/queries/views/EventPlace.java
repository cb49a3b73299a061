package dungeon.queries.views;

import java.util.List;

/**
 * Where in its partition of the log an event is to be looked for.
 *
 * @param offset a place that is not behind the event; 0 if none is known
 * @param lastSequence the number of the game's last event that the views contain
 * @param foldedTo a place before which is no event with a higher number
 * @param isOver whether no event can follow on the last one
 * @param pauses the first pauses behind the event, by number
 */
public record EventPlace(long offset, long lastSequence, long foldedTo, boolean isOver, List<Pause> pauses) {

    /**
     * A time in which nothing happened to the game.
     *
     * @param sequence the number of the event after it
     * @param offset where that event is
     */
    public record Pause(long sequence, long offset) {}
}
