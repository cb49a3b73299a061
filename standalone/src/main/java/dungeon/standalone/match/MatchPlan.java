package dungeon.standalone.match;

import dungeon.players.bots.BotKind;
import java.time.Duration;
import java.util.List;

/**
 * What is to be played.
 *
 * @param map what it is played on
 * @param players who plays
 * @param duration from the start of the game to its end
 */
public record MatchPlan(MapChoice map, List<BotKind> players, Duration duration) {}
