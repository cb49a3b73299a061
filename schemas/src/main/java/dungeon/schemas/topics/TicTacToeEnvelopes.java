package dungeon.schemas.topics;

import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.EventFormat;
import dungeon.schemas.Tick;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;

/** How the envelopes of tic-tac-toe are read and made. */
public final class TicTacToeEnvelopes {
    /** Its commands. */
    public static final CommandFormat<TicTacToeCommand> COMMANDS = new CommandFormat<>(
            TicTacToeCommand.class,
            TicTacToeCommand::getRoomId,
            TicTacToeCommand::getCommandId,
            TicTacToeCommand::getIssuedAt,
            TicTacToeCommand::getPlayerId,
            TicTacToeCommand::getPayload,
            (commandId, issuedAt, roomId) -> new TicTacToeCommand(commandId, issuedAt, roomId, null, new Tick()),
            Tick.class::isInstance,
            payload -> false,
            command -> null,
            // That a room's id is taken keeps a repetition from having an effect, so the cause is not needed.
            (commandId, issuedAt, roomId, cause, payload) ->
                    new TicTacToeCommand(commandId, issuedAt, roomId, null, payload));

    /** Its events. */
    public static final EventFormat<TicTacToeEvent> EVENTS = new EventFormat<>(
            TicTacToeEvent.class,
            TicTacToeEvent::new,
            TicTacToeEvent::getRoomId,
            TicTacToeEvent::getSequence,
            TicTacToeEvent::getTime,
            TicTacToeEvent::getCommandId,
            TicTacToeEvent::getPlayerId,
            TicTacToeEvent::getPayload,
            TicTacToeEvent::getRemaining,
            TicTacToeEvent::setRemaining);

    private TicTacToeEnvelopes() {}
}
