package dungeon.schemas.topics;

import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.EventFormat;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.Tick;

/** How the envelopes on the topics are read and made. */
public final class Envelopes {
    /** What {@link Topics#COMMANDS} holds. */
    public static final CommandFormat<Command> COMMANDS = new CommandFormat<>(
            Command.class,
            Command::getGameId,
            Command::getCommandId,
            Command::getIssuedAt,
            Command::getPlayerId,
            Command::getPayload,
            (commandId, issuedAt, gameId) -> new Command(commandId, issuedAt, gameId, null, new Tick()),
            Tick.class::isInstance,
            CreateGame.class::isInstance,
            command -> null,
            null);

    /** What {@link Topics#EVENTS} holds. */
    public static final EventFormat<Event> EVENTS = new EventFormat<>(
            Event.class,
            Event::new,
            Event::getGameId,
            Event::getSequence,
            Event::getTime,
            Event::getCommandId,
            Event::getPlayerId,
            Event::getPayload,
            Event::getRemaining,
            Event::setRemaining);

    /** What {@link Topics#LOBBY_COMMANDS} holds; nothing of the lobby waits for time to pass. */
    public static final CommandFormat<LobbyCommand> LOBBY_COMMANDS = new CommandFormat<>(
            LobbyCommand.class,
            LobbyCommand::getSubject,
            LobbyCommand::getCommandId,
            LobbyCommand::getIssuedAt,
            LobbyCommand::getPlayerId,
            LobbyCommand::getPayload,
            null,
            payload -> false,
            CreateMapType.class::isInstance,
            command -> null,
            null);

    /** What {@link Topics#LOBBY_EVENTS} holds. */
    public static final EventFormat<LobbyEvent> LOBBY_EVENTS = new EventFormat<>(
            LobbyEvent.class,
            LobbyEvent::new,
            LobbyEvent::getSubject,
            LobbyEvent::getSequence,
            LobbyEvent::getTime,
            LobbyEvent::getCommandId,
            LobbyEvent::getPlayerId,
            LobbyEvent::getPayload,
            LobbyEvent::getRemaining,
            LobbyEvent::setRemaining);

    private Envelopes() {}
}
