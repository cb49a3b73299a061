package dungeon.verification.tictactoe;

import dungeon.platform.core.CommandMetadata;
import dungeon.schemas.tictactoe.TicTacToeCommand;

/**
 * A command as it stands in the log.
 *
 * @param command what was sent
 * @param arrival by whom and when
 */
public record RoomDelivery(TicTacToeCommand command, CommandMetadata arrival) {}
