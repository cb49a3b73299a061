package dungeon.benchmarks.rooms;

import dungeon.benchmarks.host.Sent;
import org.apache.avro.specific.SpecificRecord;

/**
 * What somebody does in a room.
 *
 * @param player the number of the player, or {@link Sent#ADMINISTRATOR}
 * @param commandId UUID
 */
record RoomOrder(int player, String commandId, String roomId, SpecificRecord payload) {}
