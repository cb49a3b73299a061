package dungeon.schemas.topics;

import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.EventFormat;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.Tick;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;

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
            // That a game's id is taken keeps a repetition from having an effect, so the cause is not needed.
            (commandId, issuedAt, gameId, cause, payload) -> new Command(commandId, issuedAt, gameId, null, payload));

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

    /** What {@link Topics#LOBBY_COMMANDS} holds. */
    public static final CommandFormat<LobbyCommand> LOBBY_COMMANDS = new CommandFormat<>(
            LobbyCommand.class,
            LobbyCommand::getSubject,
            LobbyCommand::getCommandId,
            LobbyCommand::getIssuedAt,
            LobbyCommand::getPlayerId,
            LobbyCommand::getPayload,
            (commandId, issuedAt, subject) -> new LobbyCommand(commandId, issuedAt, subject, null, new Tick()),
            Tick.class::isInstance,
            payload -> payload instanceof CreateMapType
                    || payload instanceof StoreMapType
                    || payload instanceof RequestPracticeGame
                    || payload instanceof RequestMatch,
            command -> null,
            // What is reported of a game changes nothing a second time, so the cause is not needed.
            (commandId, issuedAt, subject, cause, payload) ->
                    new LobbyCommand(commandId, issuedAt, subject, null, payload));

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

    /** What {@link Topics#IDENTITY_COMMANDS} holds. */
    public static final CommandFormat<IdentityCommand> IDENTITY_COMMANDS = new CommandFormat<>(
            IdentityCommand.class,
            IdentityCommand::getSubject,
            IdentityCommand::getCommandId,
            IdentityCommand::getIssuedAt,
            IdentityCommand::getPlayerId,
            IdentityCommand::getPayload,
            (commandId, issuedAt, subject) -> new IdentityCommand(commandId, issuedAt, subject, null, new Tick()),
            Tick.class::isInstance,
            payload -> false,
            command -> null,
            (commandId, issuedAt, subject, cause, payload) ->
                    new IdentityCommand(commandId, issuedAt, subject, null, payload));

    /** What {@link Topics#IDENTITY_EVENTS} holds. */
    public static final EventFormat<IdentityEvent> IDENTITY_EVENTS = new EventFormat<>(
            IdentityEvent.class,
            IdentityEvent::new,
            IdentityEvent::getSubject,
            IdentityEvent::getSequence,
            IdentityEvent::getTime,
            IdentityEvent::getCommandId,
            IdentityEvent::getPlayerId,
            IdentityEvent::getPayload,
            IdentityEvent::getRemaining,
            IdentityEvent::setRemaining);

    private Envelopes() {}
}
