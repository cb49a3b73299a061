package dungeon.players.game;

import org.apache.avro.specific.SpecificRecord;

/**
 * A command to send.
 *
 * @param commandId UUID; the events that come of it name it, and if it is sent again it does nothing twice
 * @param payload what is ordered, such as a MoveRobot
 */
public record Order(String commandId, SpecificRecord payload) {}
