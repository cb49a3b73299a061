package dungeon.standalone.match;

import java.time.Duration;

/**
 * What is to be played.
 *
 * @param map name of a map type that comes with the platform, or a file with a map type in JSON
 * @param bots how many play
 * @param duration from the start of the game to its end
 */
public record MatchPlan(String map, int bots, Duration duration) {}
