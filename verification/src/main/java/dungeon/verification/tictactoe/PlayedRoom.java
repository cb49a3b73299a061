package dungeon.verification.tictactoe;

import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.util.List;

/**
 * A room in which was played.
 *
 * @param roomId UUID
 * @param sent its commands, in the order of the log
 * @param events what came of them
 */
public record PlayedRoom(String roomId, List<RoomDelivery> sent, List<TicTacToeEvent> events) {}
