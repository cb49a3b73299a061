package dungeon.verification.simulation;

import dungeon.schemas.Event;
import java.util.List;

/**
 * A game that has been played.
 *
 * @param gameId UUID
 * @param sent its commands, in the order of the log
 * @param events what came of them
 * @param idleRepetitions how many repeated commands there were after which nothing was published
 */
public record SimulatedGame(String gameId, List<Delivery> sent, List<Event> events, int idleRepetitions) {}
