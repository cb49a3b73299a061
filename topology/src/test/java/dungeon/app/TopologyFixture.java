package dungeon.app;

import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.admission.CommandSchemas;
import dungeon.platform.streams.admission.WaitingBudget;
import dungeon.platform.tracing.Tracing;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.TestRegistry;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on Kafka's test driver, with a registry, tokens and a clock of its own. */
public final class TopologyFixture implements AutoCloseable {
    /** Of Avro's single-object encoding. */
    private static final int HEADER_BYTES = 10;

    /** Of a machine that is busy with other tests. */
    private static final long REGISTRY_PATIENCE_MS = 5_000;

    public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    public static final String GAME_ID = Ids.timed(START.toEpochMilli(), "game");
    public static final String PLAYER_NAME = "Ada";
    public static final String PLAYER_ID = Ids.nameBased("player:ada");

    public final TestTokens tokens = new TestTokens(START.plusSeconds(86_400));
    public final List<String> ticks = new ArrayList<>();
    /** What is measured, in seconds. */
    public final MeterRegistry meters = new SimpleMeterRegistry();

    private final TestRegistry registry = new TestRegistry();
    private final TopologyConfig config;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> commands;
    private final TestInputTopic<byte[], byte[]> lobbyCommands;
    private final TestOutputTopic<String, Event> events;
    private final TestOutputTopic<String, LobbyEvent> lobbyEvents;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final Serializer<Command> commandSerializer;
    private final Serializer<LobbyCommand> lobbyCommandSerializer;
    private int commandIds;

    public TopologyFixture(Path stateDir) {
        this(stateDir, 1);
    }

    public TopologyFixture(Path stateDir, int partitions) {
        this(stateDir, partitions, new Topology());
    }

    /** The graph is built in an empty topology, which may be one that looks at what is added to it. */
    TopologyFixture(Path stateDir, int partitions, Topology empty) {
        this(stateDir, partitions, empty, Tracing.off());
    }

    TopologyFixture(Path stateDir, int partitions, Topology empty, Tracing tracing) {
        config = TopologyConfig.from(Map.of(
                TopologyConfig.REGISTRY_URL, registry.url(),
                TopologyConfig.STATE_DIR, stateDir.toString(),
                // The driver runs punctuators by a clock of its own, so nothing may wait for one.
                TopologyConfig.WORK_SLICE_MS, "3600000",
                TopologyConfig.PARTITIONS, String.valueOf(partitions)));
        Map<String, Object> serdes = config.clientConfig();
        driver = new TopologyTestDriver(
                DungeonTopology.build(
                        config,
                        config.contexts(),
                        tokens,
                        schemas(config),
                        module -> (aggregateId, trace) -> ticks.add(aggregateId),
                        meters,
                        tracing,
                        empty),
                StreamsSettings.of(config),
                START);
        commands =
                driver.createInputTopic(Topics.COMMANDS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        lobbyCommands = driver.createInputTopic(
                Topics.LOBBY_COMMANDS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        events = driver.createOutputTopic(
                Topics.EVENTS.name(),
                Topics.EVENTS.keySerde().deserializer(),
                Topics.EVENTS.valueSerde(serdes).deserializer());
        lobbyEvents = driver.createOutputTopic(
                Topics.LOBBY_EVENTS.name(),
                Topics.LOBBY_EVENTS.keySerde().deserializer(),
                Topics.LOBBY_EVENTS.valueSerde(serdes).deserializer());
        deadLetters = driver.createOutputTopic(
                Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        commandSerializer = Topics.COMMANDS.valueSerde(serdes).serializer();
        lobbyCommandSerializer = Topics.LOBBY_COMMANDS.valueSerde(serdes).serializer();
    }

    /** Those of the registry in the settings, none of which are loaded ahead. */
    static CommandSchemas schemas(TopologyConfig config) {
        SchemaRegistry client = new SchemaRegistry(RegistryConfig.from(config.clientConfig()));
        return new CommandSchemas(client, List.of(), null, new WaitingBudget(REGISTRY_PATIENCE_MS), System::nanoTime);
    }

    /** The registry, which can be told to fail. */
    TestRegistry registry() {
        return registry;
    }

    /** With which the topics' serdes are made. */
    Map<String, Object> clientConfig() {
        return config.clientConfig();
    }

    String applicationId() {
        return config.applicationId();
    }

    public TopologyTestDriver driver() {
        return driver;
    }

    /** A command with a fresh id, issued at a time after the start. */
    public Command command(String playerId, SpecificRecord payload, long afterMs) {
        String commandId = "00000000-0000-4000-a000-%012d".formatted(++commandIds);
        return new Command(commandId, START.plusMillis(afterMs), GAME_ID, playerId, payload);
    }

    /** Sends a command that arrives when it was issued. */
    public List<Event> send(Command command, String token) {
        pipe(command, token);
        return events.readValuesToList();
    }

    public byte[] bytes(Command command) {
        return commandSerializer.serialize(Topics.COMMANDS.name(), command);
    }

    /** The bytes of a command as a sender writes it who has registered a schema of its own. */
    public byte[] bytes(Command command, Schema ownSchema) throws IOException {
        byte[] ours = Command.getEncoder().encode(command).array();
        GenericRecord theirs = new GenericDatumReader<GenericRecord>(Command.getClassSchema(), ownSchema)
                .read(null, DecoderFactory.get().binaryDecoder(ours, HEADER_BYTES, ours.length - HEADER_BYTES, null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        int id = registry.register(AvroSerializer.subjectOf(Topics.COMMANDS.name()), ownSchema);
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(ownSchema).write(theirs, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    public void sendRaw(byte[] key, byte[] value, String token, Instant arrivesAt) {
        sendWithHeaders(key, value, authorization(token), arrivesAt);
    }

    void sendWithHeaders(byte[] key, byte[] value, Headers headers, Instant arrivesAt) {
        commands.pipeInput(new TestRecord<>(key, value, headers, arrivesAt));
    }

    public List<LobbyEvent> send(LobbyCommand command, String token) {
        pipe(command, token);
        return lobbyEvents.readValuesToList();
    }

    /** Sends a command and leaves all that comes of it with the driver. */
    void pipe(Command command, String token) {
        sendRaw(key(command.getGameId()), bytes(command), token, command.getIssuedAt());
    }

    /** Sends a command and leaves all that comes of it with the driver. */
    void pipe(LobbyCommand command, String token) {
        byte[] value = lobbyCommandSerializer.serialize(Topics.LOBBY_COMMANDS.name(), command);
        lobbyCommands.pipeInput(
                new TestRecord<>(key(command.getSubject()), value, authorization(token), command.getIssuedAt()));
    }

    /** Creates the game on the example map, lets the player join and starts it, all at the start. */
    public List<Event> startGame() {
        List<Event> all = new ArrayList<>();
        CreateGame create = new CreateGame(
                exampleMap(),
                Rules.newBuilder().build(),
                2,
                600_000L,
                ByteBuffer.wrap(new byte[32]),
                null,
                null,
                null,
                null);
        all.addAll(send(command(null, create, 0), tokens.administrator()));
        all.addAll(send(command(PLAYER_ID, new JoinGame(PLAYER_NAME), 0), playerToken()));
        all.addAll(send(command(null, new StartGame(), 0), tokens.administrator()));
        return all;
    }

    public String administratorToken() {
        return tokens.administrator();
    }

    public String playerToken() {
        return tokens.player(PLAYER_ID, PLAYER_NAME);
    }

    public List<Event> events() {
        return events.readValuesToList();
    }

    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** What was written to a topic, as it is. */
    List<TestRecord<byte[], byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** The events of games that were not read yet, as records. */
    List<TestRecord<String, Event>> eventRecords() {
        return events.readRecordsToList();
    }

    public static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static MapType exampleMap() {
        return ShippedMaps.read(ShippedMaps.EXAMPLE);
    }

    private static Headers authorization(String token) {
        Headers headers = new RecordHeaders();
        if (token != null) {
            headers.add(Topics.AUTHORIZATION_HEADER, key("Bearer " + token));
        }
        return headers;
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }
}
