package dungeon.queries.events;

/**
 * Where a game's events are, and what is known of it.
 *
 * @param start where to begin to read
 * @param newest the number of its newest event; 0 if nobody tells
 * @param isOver whether no other one can follow
 */
public record FoundGame(FeedStart start, long newest, boolean isOver) {}
