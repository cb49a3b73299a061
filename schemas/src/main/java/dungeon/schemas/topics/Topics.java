package dungeon.schemas.topics;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.serde.AvroSerde;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serdes;

/** All topics of the platform. */
public final class Topics {
    /**
     * Of each topic, but for those of games where {@link GamesTopics} says otherwise. Fixed for life: another count would send the commands of
     * a running game to another partition.
     */
    public static final int PARTITIONS = 12;

    /** The most that the broker takes of commands in one batch, in bytes; Kafka's own default, which clients count on. */
    public static final int COMMAND_BATCH_BYTES_MAXIMUM = 1024 * 1024;

    /** The longest dead letter in bytes: the longest record that can come, and room for the reason. */
    public static final int DEAD_LETTER_BYTES_MAXIMUM = 2 * COMMAND_BATCH_BYTES_MAXIMUM;

    /** Longer than any player's token lives, so that whoever reads the log knows all that were taken back. */
    public static final Duration IDENTITY_EVENTS_KEPT = Duration.ofDays(400);

    /** The header with the sender's token, as {@code Bearer <JWT>}. */
    public static final String AUTHORIZATION_HEADER = "authorization";

    /** Which topics of games this process works with. */
    public static final GamesTopics GAMES = GamesTopics.ofProcess();

    /** Orders to games, under the key gameId. */
    public static final Topic<Command> COMMANDS = new Topic<>(
            GAMES.named("dungeon.commands"), GAMES.ownPartitions(), () -> new AvroSerde<>(Command.class), commands());

    /** What happened in games, under the key gameId. */
    public static final Topic<Event> EVENTS = new Topic<>(
            GAMES.named("dungeon.events"), GAMES.ownPartitions(), () -> new AvroSerde<>(Event.class), keptFor(null));

    /** Orders to the lobby, under the key subject. */
    public static final Topic<LobbyCommand> LOBBY_COMMANDS =
            new Topic<>("lobby.commands.v1", () -> new AvroSerde<>(LobbyCommand.class), commands());

    /** What happened in the lobby, under the key subject. */
    public static final Topic<LobbyEvent> LOBBY_EVENTS =
            new Topic<>("lobby.events.v1", () -> new AvroSerde<>(LobbyEvent.class), keptFor(null));

    /** Orders about who somebody is, under the key subject. For services only. */
    public static final Topic<IdentityCommand> IDENTITY_COMMANDS =
            new Topic<>("identity.commands.v1", () -> new AvroSerde<>(IdentityCommand.class), commands());

    /**
     * What happened to who somebody is, under the key subject. For services only. Nothing is kept for good that tells who a player is; tokens that
     * were taken back have ended long before.
     */
    public static final Topic<IdentityEvent> IDENTITY_EVENTS = new Topic<>(
            "identity.events.v1", () -> new AvroSerde<>(IdentityEvent.class), keptFor(IDENTITY_EVENTS_KEPT));

    /** Orders to rooms of tic-tac-toe, under the key roomId. */
    public static final Topic<TicTacToeCommand> TICTACTOE_COMMANDS =
            new Topic<>("tictactoe.commands.v1", () -> new AvroSerde<>(TicTacToeCommand.class), commands());

    /** What happened in rooms of tic-tac-toe, under the key roomId. */
    public static final Topic<TicTacToeEvent> TICTACTOE_EVENTS =
            new Topic<>("tictactoe.events.v1", () -> new AvroSerde<>(TicTacToeEvent.class), keptFor(null));

    /** Records that are no commands, as they came, with the reason in headers. */
    public static final Topic<byte[]> DEAD_LETTERS =
            new Topic<>("dungeon.dead-letters.v1", Serdes::ByteArray, deadLetters());

    public static final List<Topic<?>> ALL = List.of(
            COMMANDS,
            EVENTS,
            LOBBY_COMMANDS,
            LOBBY_EVENTS,
            IDENTITY_COMMANDS,
            IDENTITY_EVENTS,
            TICTACTOE_COMMANDS,
            TICTACTOE_EVENTS,
            DEAD_LETTERS);

    private Topics() {}

    private static Map<String, String> commands() {
        Map<String, String> config = new LinkedHashMap<>(keptFor(Duration.ofDays(7)));
        // The broker stamps commands, so that no player can lie about time.
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        // Whatever a player writes has to fit into a dead letter. The broker measures records as they come, and a
        // megabyte of compressed bytes can be hundreds; where it stores them uncompressed, it measures them again.
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(COMMAND_BATCH_BYTES_MAXIMUM));
        config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed");
        return Map.copyOf(config);
    }

    private static Map<String, String> deadLetters() {
        Map<String, String> config = new LinkedHashMap<>(keptFor(Duration.ofDays(14)));
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(DEAD_LETTER_BYTES_MAXIMUM));
        return Map.copyOf(config);
    }

    private static Map<String, String> keptFor(Duration retention) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                retention == null ? "-1" : String.valueOf(retention.toMillis()));
    }

    /** Whether a record's header has the token; names of headers have capitals in the habits of HTTP. */
    public static boolean isAuthorization(Header header) {
        return AUTHORIZATION_HEADER.equalsIgnoreCase(header.key());
    }
}
