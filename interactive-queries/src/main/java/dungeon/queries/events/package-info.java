/**
 * Following the events of games: one reader of the topic keeps the recent ones of each game, older ones are read from the topic where
 * they are, and each follower goes on at its own pace. How events reach a client is said by an {@link dungeon.queries.events.EventSink}.
 */
package dungeon.queries.events;
