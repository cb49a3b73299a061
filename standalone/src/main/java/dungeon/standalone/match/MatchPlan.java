package dungeon.standalone.match;

import java.time.Duration;

/**
 * What is to be played.
 *
 * @param map what it is played on
 * @param bots how many play
 * @param duration from the start of the game to its end
 */
public record MatchPlan(MapChoice map, int bots, Duration duration) {}
