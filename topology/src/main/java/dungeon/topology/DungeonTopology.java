package dungeon.topology;

import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import dungeon.topology.admission.CommandGate;
import dungeon.topology.admission.KeySource;
import dungeon.topology.admission.TokenVerifier;
import dungeon.topology.game.GameProcessor;
import dungeon.topology.game.TickSender;
import dungeon.topology.lobby.LobbyProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * The graph: for games and for the lobby alike, commands come in, pass the gate, are decided, and become events. From the
 * command to its events is one hop in one transaction.
 *
 * <pre>
 * dungeon.commands.v1 -> game-gate  -> game-processor  -> dungeon.events.v1
 * lobby.commands.v1   -> lobby-gate -> lobby-processor -> lobby.events.v1
 *                        (both gates) -> dungeon.dead-letters.v1
 * </pre>
 */
public final class DungeonTopology {
    static final String GAME_SOURCE = "game-commands-source";
    static final String GAME_GATE = "game-gate";
    static final String GAME_PROCESSOR = "game-processor";
    static final String GAME_SINK = "game-events-sink";
    static final String GAME_DEAD_LETTERS = "game-dead-letters-sink";
    static final String LOBBY_SOURCE = "lobby-commands-source";
    static final String LOBBY_GATE = "lobby-gate";
    static final String LOBBY_PROCESSOR = "lobby-processor";
    static final String LOBBY_SINK = "lobby-events-sink";
    static final String LOBBY_DEAD_LETTERS = "lobby-dead-letters-sink";

    private final TopologyConfig config;
    private final KeySource keys;
    private final Topology topology = new Topology();

    private DungeonTopology(TopologyConfig config, KeySource keys) {
        this.config = config;
        this.keys = keys;
    }

    /**
     * Builds the graph.
     *
     * @param keys with which tokens are checked
     * @param ticks where ticks are written
     */
    public static Topology build(TopologyConfig config, KeySource keys, TickSender ticks) {
        DungeonTopology graph = new DungeonTopology(config, keys);
        graph.part(
                new Nodes(GAME_SOURCE, GAME_GATE, GAME_PROCESSOR, GAME_SINK, GAME_DEAD_LETTERS),
                Topics.COMMANDS,
                Command::getGameId,
                command -> command.getPayload() instanceof CreateGame ? bytes(Command.getEncoder(), command) : 0,
                GameProcessor.supplier(ticks, config.tickCheck(), config.workSlice(), config.stores()),
                Topics.EVENTS);
        graph.part(
                new Nodes(LOBBY_SOURCE, LOBBY_GATE, LOBBY_PROCESSOR, LOBBY_SINK, LOBBY_DEAD_LETTERS),
                Topics.LOBBY_COMMANDS,
                LobbyCommand::getSubject,
                command ->
                        command.getPayload() instanceof CreateMapType ? bytes(LobbyCommand.getEncoder(), command) : 0,
                LobbyProcessor.supplier(config.stores()),
                Topics.LOBBY_EVENTS);
        return graph.topology;
    }

    private record Nodes(String source, String gate, String processor, String sink, String deadLetters) {}

    private <C, E> void part(
            Nodes nodes,
            Topic<C> commands,
            Function<C, String> keyOf,
            ToIntFunction<C> bytesNow,
            ProcessorSupplier<String, ?, String, E> rules,
            Topic<E> events) {
        Map<String, Object> serdeConfig = config.clientConfig();
        // One for all tasks and threads, because it knows the schemas that were asked for before: an instance can
        // take over the games of another while the registry is away.
        Deserializer<C> deserializer = commands.valueSerde(serdeConfig).deserializer();
        ProcessorSupplier<byte[], byte[], Object, Object> gate = () -> {
            TokenVerifier verifier = new TokenVerifier(keys);
            return new CommandGate<>(
                    deserializer,
                    keyOf,
                    bytesNow,
                    verifier,
                    config.partitions(),
                    nodes.processor(),
                    nodes.deadLetters());
        };
        topology.addSource(nodes.source(), new ByteArrayDeserializer(), new ByteArrayDeserializer(), commands.name())
                .addProcessor(nodes.gate(), gate, nodes.source())
                .addProcessor(nodes.processor(), rules, nodes.gate())
                .addSink(
                        nodes.sink(),
                        events.name(),
                        events.keySerde().serializer(),
                        events.valueSerde(serdeConfig).serializer(),
                        nodes.processor())
                .addSink(
                        nodes.deadLetters(),
                        Topics.DEAD_LETTERS.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        nodes.gate());
    }

    private static <C> int bytes(BinaryMessageEncoder<C> encoder, C command) {
        try {
            return encoder.encode(command).remaining();
        } catch (IOException e) {
            throw new UncheckedIOException("A command that was read cannot be written", e);
        }
    }
}
