package dungeon.queries.asyncapi;

import static dungeon.queries.asyncapi.JsonSchemas.described;
import static dungeon.queries.asyncapi.JsonSchemas.require;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.asyncapi.AsyncApiChannel;
import dungeon.platform.asyncapi.AsyncApiDocument;
import dungeon.platform.asyncapi.AsyncApiMessage;
import dungeon.platform.asyncapi.AvroExamples;
import dungeon.platform.asyncapi.KafkaBindings;
import dungeon.platform.token.TokenClaims;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.Tick;
import dungeon.schemas.analytics.WindowResult;
import dungeon.schemas.ecst.BankAccountSnapshot;
import dungeon.schemas.ecst.GameSnapshot;
import dungeon.schemas.ecst.MineSnapshot;
import dungeon.schemas.ecst.PlanetSnapshot;
import dungeon.schemas.ecst.PlayerSnapshot;
import dungeon.schemas.ecst.RobotSnapshot;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.openapi.Types;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.AnalyticsTopics;
import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import io.swagger.v3.oas.models.media.Schema;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** The topics, as channels: who writes there, under which key, how long it is kept, and the Avro schema of the values. */
final class TopicChannels {
    /** What fields of these names hold in examples. */
    private static final Map<String, String> TEXTS = Map.of(
            "commandId", ExampleValues.COMMAND_ID,
            "gameId", ExampleValues.GAME_ID,
            "playerId", ExampleValues.PLAYER_ID,
            "roomId", ExampleValues.GAME_ID,
            "robotId", ExampleValues.ROBOT_ID,
            "playerName", ExampleValues.PLAYER_NAME,
            "name", "example",
            "mapName", "example");

    private static final String GAME_KEY = "the gameId";
    private static final String LOBBY_KEY = "the subject, `player:<name in lower case>` or `map-type:<mapTypeId>`";
    private static final String IDENTITY_KEY =
            "the subject, `login:<keyed hash in hexadecimal>` or `account:<playerId>`";
    private static final String ROOM_KEY = "the roomId";
    private static final String THE_KEY = "the key";
    private static final String OPTIONAL = " The topic is there where the application runs that writes it.";

    /**
     * A topic whose values are in Avro.
     *
     * @param id of its channel
     * @param key what its keys are
     * @param exampleKey one of them
     * @param text what it is for
     */
    private record Described(
            String id, Topic<?> topic, org.apache.avro.Schema value, String key, String exampleKey, String text) {}

    private static final Described COMMANDS = new Described(
            "commands",
            Topics.COMMANDS,
            Command.getClassSchema(),
            GAME_KEY,
            ExampleValues.GAME_ID,
            "Orders to games. What came of one is on `%s`, with its `commandId`; what is no command, or has no token that holds, is a dead letter."
                    .formatted(Topics.EVENTS.name()));

    private static final Described LOBBY_COMMANDS = new Described(
            "lobbyCommands",
            Topics.LOBBY_COMMANDS,
            LobbyCommand.getClassSchema(),
            LOBBY_KEY,
            ExampleValues.SUBJECT,
            "Orders to the lobby. Players are registered over HTTP; only command ingest, which has the right to, writes RegisterPlayer.");

    private static final Described IDENTITY_COMMANDS = new Described(
            "identityCommands",
            Topics.IDENTITY_COMMANDS,
            IdentityCommand.getClassSchema(),
            IDENTITY_KEY,
            ExampleValues.ACCOUNT_SUBJECT,
            "Orders about who somebody is: accounts elsewhere that are linked to players, and tokens that are taken back. For services only; players use HTTP.");

    private static final Described ROOM_COMMANDS = new Described(
            "roomCommands",
            Topics.TICTACTOE_COMMANDS,
            TicTacToeCommand.getClassSchema(),
            ROOM_KEY,
            ExampleValues.GAME_ID,
            "Orders to rooms of tic-tac-toe. A room is asked for with RequestRoom on `%s`; what came of an order is on `%s`."
                    .formatted(Topics.LOBBY_COMMANDS.name(), Topics.TICTACTOE_EVENTS.name()));

    private static final List<Described> EVENTS = List.of(
            new Described(
                    "events",
                    Topics.EVENTS,
                    Event.getClassSchema(),
                    GAME_KEY,
                    ExampleValues.GAME_ID,
                    "What happened in games: of each game numbered from 1 without a gap. To be read with `isolation.level=read_committed`."),
            new Described(
                    "lobbyEvents",
                    Topics.LOBBY_EVENTS,
                    LobbyEvent.getClassSchema(),
                    LOBBY_KEY,
                    ExampleValues.SUBJECT,
                    "What happened in the lobby: of each subject numbered from 1 without a gap. To be read with `isolation.level=read_committed`."),
            new Described(
                    "identityEvents",
                    Topics.IDENTITY_EVENTS,
                    IdentityEvent.getClassSchema(),
                    IDENTITY_KEY,
                    ExampleValues.ACCOUNT_SUBJECT,
                    "What happened to who somebody is: of each subject numbered from 1 without a gap. For services only."),
            new Described(
                    "roomEvents",
                    Topics.TICTACTOE_EVENTS,
                    TicTacToeEvent.getClassSchema(),
                    ROOM_KEY,
                    ExampleValues.GAME_ID,
                    "What happened in rooms of tic-tac-toe: of each room numbered from 1 without a gap. To be read with `isolation.level=read_committed`."));

    private static final Described ANALYTICS = new Described(
            "analytics",
            AnalyticsTopics.RESULTS,
            WindowResult.getClassSchema(),
            "the resource or the playerId",
            "BIO_MATTER",
            "What came of windows of time that are closed, over all games." + OPTIONAL);

    private static final List<Described> STATES = List.of(
            state("games", StateTopics.GAMES, GameSnapshot.getClassSchema(), ""),
            state("players", StateTopics.PLAYERS, PlayerSnapshot.getClassSchema(), "playerId"),
            state("bankAccounts", StateTopics.BANK_ACCOUNTS, BankAccountSnapshot.getClassSchema(), "playerId"),
            state("planets", StateTopics.PLANETS, PlanetSnapshot.getClassSchema(), "x:y"),
            state("mines", StateTopics.MINES, MineSnapshot.getClassSchema(), "x:y"),
            state("robots", StateTopics.ROBOTS, RobotSnapshot.getClassSchema(), "robotId"));

    private TopicChannels() {}

    /** Adds all topics. */
    static void addTo(AsyncApiDocument document) {
        for (Described commands : List.of(COMMANDS, LOBBY_COMMANDS, IDENTITY_COMMANDS, ROOM_COMMANDS)) {
            channel(document, commands, THE_KEY)
                    .message("command", correlated(record(commands, JsonSchemas.node(authorization()))))
                    .receives(operation("receive", commands.id()), "Decides commands", "command");
        }
        for (Described events : EVENTS) {
            channel(document, events, THE_KEY)
                    .message("event", correlated(record(events, null)))
                    .sends(operation("send", events.id()), "Publishes what came of commands", "event");
        }
        DeadLetterChannel.addTo(document);
        channel(document, ANALYTICS, THE_KEY)
                .message("result", record(ANALYTICS, null))
                .sends(operation("send", ANALYTICS.id()), "Publishes closed windows", "result");
        for (Described state : STATES) {
            channel(document, state, "the gameId alone")
                    .message("snapshot", record(state, null))
                    .message("tombstone", tombstone(state))
                    .sends(operation("send", state.id()), "Publishes what has changed", "snapshot", "tombstone");
        }
    }

    private static Described state(String id, Topic<?> topic, org.apache.avro.Schema value, String afterGameId) {
        String rest = afterGameId.isEmpty() ? "" : ":" + afterGameId;
        return new Described(
                id,
                topic,
                value,
                "`gameId%s`".formatted(rest),
                ExampleValues.GAME_ID
                        + rest.replace("x:y", "3:4")
                                .replace("playerId", ExampleValues.PLAYER_ID)
                                .replace("robotId", ExampleValues.ROBOT_ID),
                "State of games: the newest value of a key is how it is, and the keys of a game that is purged end with a tombstone."
                        + OPTIONAL);
    }

    private static AsyncApiChannel channel(AsyncApiDocument document, Described described, String partitionedBy) {
        return document.channel(
                        described.id(),
                        described.topic().name(),
                        AsyncApiRoute.KAFKA,
                        described.topic().name(),
                        """
                        %s

                        Key: %s, as text in UTF-8. Partition: murmur2 of %s, as Kafka's own clients in Java choose it; there are %d. %s \
                        Values are in the Confluent wire format: a zero byte, the id of the schema in four bytes, the record; the subject is `%s-value`. \
                        Examples are in Avro's JSON encoding.""".formatted(
                                        described.text(),
                                        described.key(),
                                        partitionedBy,
                                        described.topic().partitions(),
                                        keeping(described.topic()),
                                        described.topic().name()))
                .binding(KafkaBindings.PROTOCOL, KafkaBindings.channel(described.topic()));
    }

    private static AsyncApiMessage record(Described described, ObjectNode headers) {
        AsyncApiMessage message = AsyncApiMessage.avro(described.value())
                .binding(KafkaBindings.PROTOCOL, KafkaBindings.avroMessage(key(described)));
        if (headers != null) {
            message.headers(headers);
        }
        Map<String, String> texts = new HashMap<>(TEXTS);
        // The keys of topics with subjects are these.
        texts.put("subject", described.exampleKey());
        for (String branch : branches(described.value())) {
            ObjectNode payload = AvroExamples.of(described.value(), branch, texts);
            if (headers == null) {
                message.example(branch, payload);
            } else if (!branch.equals(Tick.class.getSimpleName())) {
                message.example(branch, exampleAuthorization(), payload);
            }
        }
        return message;
    }

    private static AsyncApiMessage correlated(AsyncApiMessage message) {
        return message.correlatedBy("commandId", "A command, and the events that came of it");
    }

    private static AsyncApiMessage tombstone(Described described) {
        return AsyncApiMessage.of(
                        described.value().getName() + "Tombstone",
                        "The game has left; nothing more comes under this key.",
                        "application/octet-stream",
                        JsonSchemas.node(described(JsonSchemas.nothing(), "No value")))
                .binding(KafkaBindings.PROTOCOL, KafkaBindings.message(key(described)));
    }

    /** How long records stay, in words. */
    static String keeping(Topic<?> topic) {
        if (topic.config().get(TopicConfig.CLEANUP_POLICY_CONFIG).equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            return "Kept: the newest value of each key.";
        }
        long retentionMs = Long.parseLong(topic.config().get(TopicConfig.RETENTION_MS_CONFIG));
        return retentionMs < 0
                ? "Kept: for ever."
                : "Kept: %d days.".formatted(Duration.ofMillis(retentionMs).toDays());
    }

    private static ObjectNode key(Described described) {
        Schema<Object> key = described(Types.text(), described.key());
        key.setExamples(List.of(described.exampleKey()));
        return JsonSchemas.node(key);
    }

    private static Schema<Object> authorization() {
        Schema<Object> token = described(
                Types.text(),
                "`Bearer` and a token, which is a JWT: that of `POST /players` or `POST /auth/guest` of command ingest, or the administrator's. Only Tick, which the platform writes, is without");
        token.setPattern("^%s[\\w-]+\\.[\\w-]+\\.[\\w-]+$".formatted(TokenClaims.SCHEME));
        Schema<Object> headers = Types.object();
        require(headers, Topics.AUTHORIZATION_HEADER, token);
        return headers;
    }

    private static ObjectNode exampleAuthorization() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(Topics.AUTHORIZATION_HEADER, TokenClaims.SCHEME + ExampleValues.TOKEN);
    }

    /** The kinds of a record that holds one of several others; its own name if it does not. */
    private static List<String> branches(org.apache.avro.Schema record) {
        return record.getFields().stream()
                .map(field -> field.schema())
                .filter(schema -> schema.isUnion() && !schema.isNullable())
                .findFirst()
                .map(union -> union.getTypes().stream()
                        .map(org.apache.avro.Schema::getName)
                        .toList())
                .orElse(List.of(record.getName()));
    }

    private static String operation(String verb, String channel) {
        return verb + Character.toUpperCase(channel.charAt(0)) + channel.substring(1);
    }
}
