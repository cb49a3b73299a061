package dungeon.ingest.commands;

import dungeon.ingest.identity.Caller;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.RequestRoom;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.topics.Envelopes;
import dungeon.schemas.topics.TicTacToeEnvelopes;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Makes commands and their records, before anything is written. */
public final class CommandRecords {
    private final Serializer<Command> games;
    private final Serializer<LobbyCommand> lobby;
    private final Serializer<IdentityCommand> identity;
    private final Serializer<TicTacToeCommand> rooms;
    private final SchemaRegistry registry;
    private final RenamedPlayers renamed;
    private final boolean newGames;
    private final Clock clock;

    /**
     * @param registrySettings where the registry is and how long to try
     * @param renamed who joins under another name than the token's
     * @param newGames whether there may be any
     */
    public CommandRecords(Map<String, ?> registrySettings, RenamedPlayers renamed, boolean newGames, Clock clock) {
        this.games = Topics.COMMANDS.valueSerde(registrySettings).serializer();
        this.lobby = Topics.LOBBY_COMMANDS.valueSerde(registrySettings).serializer();
        this.identity = Topics.IDENTITY_COMMANDS.valueSerde(registrySettings).serializer();
        this.rooms = Topics.TICTACTOE_COMMANDS.valueSerde(registrySettings).serializer();
        this.registry = new SchemaRegistry(RegistryConfig.from(registrySettings));
        this.renamed = renamed;
        this.newGames = newGames;
        this.clock = clock;
    }

    /**
     * Makes sure that the registry has the schemas of the commands.
     *
     * @throws RegistryUnavailableException if no registry answered
     */
    void registerSchemas() {
        registry.idOf(AvroSerializer.subjectOf(Topics.COMMANDS.name()), Command.getClassSchema());
        registry.idOf(AvroSerializer.subjectOf(Topics.LOBBY_COMMANDS.name()), LobbyCommand.getClassSchema());
        registry.idOf(AvroSerializer.subjectOf(Topics.IDENTITY_COMMANDS.name()), IdentityCommand.getClassSchema());
        registry.idOf(AvroSerializer.subjectOf(Topics.TICTACTOE_COMMANDS.name()), TicTacToeCommand.getClassSchema());
    }

    /** A command of the caller's to a game, with a new id, issued now. */
    public CommandRecord forGame(String gameId, SpecificRecord payload, Caller caller) {
        return forGame(UUID.randomUUID().toString(), gameId, payload, caller);
    }

    /** A command of the caller's to a game, issued now. */
    public CommandRecord forGame(String commandId, String gameId, SpecificRecord payload, Caller caller) {
        return forGame(
                new Command(
                        commandId, clock.instant().truncatedTo(ChronoUnit.MILLIS), gameId, caller.playerId(), payload),
                caller.authorization());
    }

    /**
     * A command to a game.
     *
     * @throws Problem if it is too large, would make a game while none is to be made, or the registry does not answer
     */
    public CommandRecord forGame(Command command, String authorization) {
        requireOpen(command.getPayload() instanceof CreateGame);
        renamed.giveName(command);
        return record(Topics.COMMANDS, Envelopes.COMMANDS, games, command, authorization);
    }

    /**
     * A command to the lobby, with a new id, issued now.
     *
     * @param playerId who gives it; null for an administrator
     * @throws Problem if it is too large, would make a game while none is to be made, or the registry does not answer
     */
    public CommandRecord forLobby(String subject, SpecificRecord payload, String playerId, String authorization) {
        return forLobby(UUID.randomUUID().toString(), subject, payload, playerId, authorization);
    }

    /**
     * A command to the lobby, issued now.
     *
     * @param playerId who gives it; null for an administrator
     * @throws Problem if it is too large, would make a game while none is to be made, or the registry does not answer
     */
    public CommandRecord forLobby(
            String commandId, String subject, SpecificRecord payload, String playerId, String authorization) {
        requireOpen(payload instanceof RequestPracticeGame
                || payload instanceof RequestMatch
                || payload instanceof RequestRoom
                || payload instanceof SearchOpponent);
        LobbyCommand command =
                new LobbyCommand(commandId, clock.instant().truncatedTo(ChronoUnit.MILLIS), subject, playerId, payload);
        return record(Topics.LOBBY_COMMANDS, Envelopes.LOBBY_COMMANDS, lobby, command, authorization);
    }

    /**
     * A command about who somebody is, with a new id, issued now.
     *
     * @param playerId who gives it; null for an administrator or a service
     * @throws Problem if the registry does not answer
     */
    public CommandRecord forIdentity(String subject, SpecificRecord payload, String playerId, String authorization) {
        String commandId = UUID.randomUUID().toString();
        IdentityCommand command = new IdentityCommand(
                commandId, clock.instant().truncatedTo(ChronoUnit.MILLIS), subject, playerId, payload);
        return record(Topics.IDENTITY_COMMANDS, Envelopes.IDENTITY_COMMANDS, identity, command, authorization);
    }

    /** A command of the caller's to a room, issued now. */
    public CommandRecord forRoom(String commandId, String roomId, SpecificRecord payload, Caller caller) {
        return forRoom(
                new TicTacToeCommand(
                        commandId, clock.instant().truncatedTo(ChronoUnit.MILLIS), roomId, caller.playerId(), payload),
                caller.authorization());
    }

    /**
     * A command to a room.
     *
     * @throws Problem if it would open a room while none is to be opened, or the registry does not answer
     */
    public CommandRecord forRoom(TicTacToeCommand command, String authorization) {
        requireOpen(command.getPayload() instanceof CreateRoom);
        renamed.giveName(command);
        return record(Topics.TICTACTOE_COMMANDS, TicTacToeEnvelopes.COMMANDS, rooms, command, authorization);
    }

    /** Says why, if a command makes a game and none is to be made. */
    private void requireOpen(boolean makesGame) {
        if (makesGame && !newGames) {
            throw Problems.noNewGames();
        }
    }

    private static <C extends SpecificRecord> CommandRecord record(
            Topic<C> topic, CommandFormat<C> format, Serializer<C> serializer, C command, String authorization) {
        return CommandRecord.of(
                topic.name(),
                format.aggregateId().apply(command),
                format.commandId().apply(command),
                format.playerId().apply(command),
                encode(serializer, topic, command),
                authorization);
    }

    private static <T> byte[] encode(Serializer<T> serializer, Topic<T> topic, T command) {
        try {
            return serializer.serialize(topic.name(), command);
        } catch (RecordTooLargeException e) {
            throw new Problem(ProblemCode.COMMAND_TOO_LARGE, e.getMessage());
        } catch (RegistryUnavailableException | SerializationException e) {
            throw Problems.unavailable(ProblemCode.REGISTRY_UNAVAILABLE, "Nothing was sent: " + e.getMessage());
        }
    }
}
