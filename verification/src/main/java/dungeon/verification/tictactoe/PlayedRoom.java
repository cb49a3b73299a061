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
public record PlayedRoom(String roomId, List<RoomDelivery> sent, List<TicTacToeEvent> events) {
    /** Whether all commands are there, from the one of the first event on; they are kept for a week, and events for good. */
    public boolean hasItsCommands() {
        return sent.stream()
                .anyMatch(delivery ->
                        delivery.command().getCommandId().equals(events.get(0).getCommandId()));
    }
}
