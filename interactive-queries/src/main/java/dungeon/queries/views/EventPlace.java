package dungeon.queries.views;

/**
 * Where in its partition of the log an event is to be looked for.
 *
 * @param offset a place that is not behind the event; 0 if none is known
 * @param lastSequence the number of the game's last event that the views contain
 * @param foldedTo a place before which is no event with a higher number
 * @param isOver whether no event can follow on the last one
 */
public record EventPlace(long offset, long lastSequence, long foldedTo, boolean isOver) {}
