package dungeon.app;

import static dungeon.app.TopologyFixture.GAME_ID;
import static dungeon.app.TopologyFixture.PLAYER_ID;
import static dungeon.app.TopologyFixture.START;
import static dungeon.app.TopologyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.admission.CommandAdmission;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Tick;
import dungeon.schemas.serde.WriteVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wiring around the rules: what comes in as bytes, and what goes out. */
class DungeonTopologyTest {
    @TempDir
    Path stateDir;

    private TopologyFixture fixture;

    @BeforeEach
    void open() {
        fixture = new TopologyFixture(stateDir);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void hasTheGraphThatIsCheckedIn() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/topology.txt")) {
            String expected = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            TopologyConfig config = TopologyConfig.from(Map.of());
            assertThat(DungeonTopology.build(config, fixture.tokens, TopologyFixture.schemas(config), module ->
                                    (aggregateId, trace) -> {})
                            .describe()
                            .toString()
                            .strip())
                    .isEqualTo(expected.strip());
        }
    }

    @Test
    void numbersTheEventsOfAGameWithoutGap() {
        List<Event> events = fixture.startGame();
        assertThat(events)
                .extracting(DungeonTopologyTest::typeOf)
                .containsExactly("GameCreated", "MapInstantiated", "PlayerJoined", "GameStarted");
        assertThat(events).extracting(Event::getSequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events).extracting(Event::getRemaining).containsExactly(1, 0, 0, 0);
    }

    @Test
    void decidesARepeatedCommandOnce() {
        fixture.startGame();
        Command buy = fixture.command(PLAYER_ID, new BuyRobots(2, null), 10);
        assertThat(fixture.send(buy, fixture.playerToken()))
                .extracting(DungeonTopologyTest::typeOf)
                .containsExactly("RobotsPurchased", "RobotSpawned", "RobotSpawned");
        for (int i = 0; i < 1_000; i++) {
            assertThat(fixture.send(buy, fixture.playerToken())).isEmpty();
        }
    }

    @Test
    void buriesACommandWithoutAToken() {
        fixture.startGame();
        assertThat(fixture.send(fixture.command(PLAYER_ID, new BuyRobots(1, null), 10), null))
                .isEmpty();
        assertThat(header(deadLetter("UNAUTHENTICATED"), CommandAdmission.MESSAGE_HEADER))
                .isEqualTo("The header authorization with a token is missing");
    }

    @Test
    void buriesACommandWithATokenThatDoesNotHoldWithoutTheToken() {
        List<Event> opening = fixture.startGame();
        String forged = new TestTokens(START.plusSeconds(86_400)).player(PLAYER_ID, TopologyFixture.PLAYER_NAME);
        Command command = fixture.command(PLAYER_ID, new BuyRobots(1, null), 10);
        assertThat(fixture.send(command, forged)).isEmpty();
        TestRecord<byte[], byte[]> dead = deadLetter("UNAUTHENTICATED");
        assertThat(dead.value()).isEqualTo(fixture.bytes(command));
        assertThat(dead.headers().headers("authorization")).isEmpty();

        List<Event> next = fixture.send(command, fixture.playerToken());
        assertThat(next).extracting(DungeonTopologyTest::typeOf).containsExactly("RobotsPurchased", "RobotSpawned");
        assertThat(next.get(0).getSequence())
                .as("in the game's log it never was")
                .isEqualTo(opening.size() + 1);
    }

    @Test
    void buriesACommandToTheLobbyWithoutAToken() {
        LobbyCommand register = new LobbyCommand(
                "00000000-0000-4000-a000-00000000000a", START, "player:ada", null, new RegisterPlayer("Ada"));
        assertThat(fixture.send(register, null)).isEmpty();
        assertThat(header(deadLetter("UNAUTHENTICATED"), CommandAdmission.TOPIC_HEADER))
                .isEqualTo("lobby.commands.v1");
    }

    @Test
    void rejectsATokenThatHoldsAndIsForSomethingElse() {
        fixture.startGame();
        String registrar = fixture.tokens.registrar(PLAYER_ID, TopologyFixture.PLAYER_NAME);
        assertThat(rejection(fixture.send(fixture.command(PLAYER_ID, new BuyRobots(1, null), 10), registrar)))
                .isEqualTo(RejectionCode.UNAUTHENTICATED);
    }

    @Test
    void rejectsACommandWithSomebodyElsesToken() {
        fixture.startGame();
        String others = fixture.tokens.player(Ids.nameBased("player:eve"), "Eve");
        assertThat(rejection(fixture.send(fixture.command(PLAYER_ID, new BuyRobots(1, null), 10), others)))
                .isEqualTo(RejectionCode.NOT_YOU);
    }

    @Test
    void rejectsACommandToAnUnknownGameOutsideAnySequence() {
        List<Event> events =
                fixture.send(fixture.command(PLAYER_ID, new BuyRobots(1, null), 10), fixture.playerToken());
        assertThat(rejection(events)).isEqualTo(RejectionCode.UNKNOWN_GAME);
        assertThat(events.get(0).getSequence()).isZero();
    }

    @Test
    void rejectsACommandWhoseGameIdIsNone() {
        Command command = fixture.command(PLAYER_ID, new BuyRobots(1, null), 10);
        command.setGameId("no-uuid");
        assertThat(rejection(fixture.send(command, fixture.playerToken()))).isEqualTo(RejectionCode.MALFORMED);
    }

    @Test
    void buriesWhatIsNoCommandAsItCame() {
        byte[] garbage = {1, 0, 0, 0, 99, 1, 2, 3};
        fixture.sendRaw(key(GAME_ID), garbage, fixture.playerToken(), START);
        TestRecord<byte[], byte[]> dead = deadLetter("UNDECODABLE");
        assertThat(dead.key()).isEqualTo(key(GAME_ID));
        assertThat(dead.value()).isEqualTo(garbage);
        assertThat(dead.headers().headers("authorization")).isEmpty();
        assertThat(header(dead, CommandAdmission.TOPIC_HEADER)).isEqualTo("dungeon.commands.v1");
        assertThat(fixture.events()).isEmpty();
    }

    @Test
    void buriesACommandThatMayNotBeWrittenYet() {
        WriteVersion.set(WriteVersion.FIRST - 1);
        try {
            Command command = fixture.command(PLAYER_ID, new BuyRobots(1, null), 10);
            fixture.pipe(command, fixture.playerToken());
        } finally {
            WriteVersion.set(WriteVersion.NEWEST);
        }
        assertThat(header(deadLetter("UNDECODABLE"), CommandAdmission.MESSAGE_HEADER))
                .isEqualTo("A BuyRobots is taken only when the operator has raised write.version");
        assertThat(fixture.events()).isEmpty();
    }

    @Test
    void buriesWhatNamesASchemaThatNobodyHas() {
        fixture.sendRaw(key(GAME_ID), new byte[] {0, 127, -1, -1, -1, 0}, fixture.playerToken(), START);
        assertThat(header(deadLetter("UNKNOWN_SCHEMA"), CommandAdmission.MESSAGE_HEADER))
                .isEqualTo("The record names the schema id 2147483647, which the registry does not know");
    }

    @Test
    void goesOnWithoutTheRegistryWhateverSchemaARecordNames() {
        List<Event> opening = fixture.startGame();
        for (int status : new int[] {401, 403, 500, 503}) {
            fixture.registry().failNext(1, status, "no");
            fixture.sendRaw(key(GAME_ID), new byte[] {0, 0, 0, 1, (byte) status, 0}, fixture.playerToken(), START);
            deadLetter("SCHEMA_UNAVAILABLE");
        }
        fixture.registry().stall();
        fixture.sendRaw(key(GAME_ID), new byte[] {0, 127, -1, -1, -1, 0}, fixture.playerToken(), START);
        deadLetter("SCHEMA_UNAVAILABLE");
        List<Event> next = fixture.send(fixture.command(PLAYER_ID, new BuyRobots(1, null), 10), fixture.playerToken());
        assertThat(next.get(0).getSequence()).isEqualTo(opening.size() + 1);
    }

    @Test
    void buriesWhatNamesItsSchemaInAHeaderAndSaysSo() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("__value_schema_id", new byte[17]);
        fixture.sendWithHeaders(key(GAME_ID), key("no prefix"), headers, START);
        assertThat(header(deadLetter("UNDECODABLE"), CommandAdmission.MESSAGE_HEADER))
                .contains("the header __value_schema_id is not supported");
    }

    @Test
    void countsDeadLettersByReason() {
        fixture.sendRaw(key(GAME_ID), null, null, START);
        fixture.sendRaw(key(GAME_ID), null, null, START);
        assertThat(fixture.driver().metrics().entrySet())
                .filteredOn(metric -> metric.getKey().name().equals("no-value-total"))
                .singleElement()
                .satisfies(metric -> assertThat(metric.getValue().metricValue()).isEqualTo(2.0));
    }

    @Test
    void buriesARecordWithoutValue() {
        fixture.sendRaw(key(GAME_ID), null, null, START);
        assertThat(deadLetter("NO_VALUE").value()).isNull();
    }

    @Test
    void buriesARecordWithoutKey() {
        byte[] command = fixture.bytes(fixture.command(PLAYER_ID, new BuyRobots(1, null), 0));
        fixture.sendRaw(null, command, fixture.playerToken(), START);
        assertThat(deadLetter("NO_KEY").value()).isEqualTo(command);
    }

    @Test
    void buriesACommandUnderAnotherKeyThanItsGame() {
        byte[] command = fixture.bytes(fixture.command(PLAYER_ID, new BuyRobots(1, null), 0));
        fixture.sendRaw(key("another"), command, fixture.playerToken(), START);
        assertThat(deadLetter("WRONG_KEY").key()).isEqualTo(key("another"));
    }

    @Test
    void buriesACommandOnAnotherPartitionThanThatOfItsKey(@TempDir Path otherStateDir) {
        try (TopologyFixture twelve = new TopologyFixture(otherStateDir, 12)) {
            // The driver has partition 0 only, and the murmur2 of this id leaves another remainder.
            twelve.sendRaw(
                    key(GAME_ID), twelve.bytes(twelve.command(PLAYER_ID, new BuyRobots(1, null), 0)), null, START);
            assertThat(twelve.deadLetters())
                    .singleElement()
                    .satisfies(dead -> assertThat(header(dead, CommandAdmission.REASON_HEADER))
                            .isEqualTo("WRONG_PARTITION"));
        }
    }

    @Test
    void asksForATickWhenATimerIsDueAndTheTickFiresIt() {
        fixture.startGame();
        Event spawned = fixture.send(fixture.command(PLAYER_ID, new BuyRobots(1, null), 0), fixture.playerToken())
                .get(1);
        String robotId = ((RobotSpawned) spawned.getPayload()).getRobotId();
        fixture.send(fixture.command(PLAYER_ID, new MoveRobot(robotId, Direction.N), 0), fixture.playerToken());
        Command second = fixture.command(PLAYER_ID, new MoveRobot(robotId, Direction.S), 1);
        assertThat(fixture.send(second, fixture.playerToken()))
                .singleElement()
                .satisfies(event -> assertThat(event.getPayload()).isInstanceOf(ActionQueued.class));

        fixture.driver().advanceWallClockTime(Duration.ofMillis(1_990));
        assertThat(fixture.ticks).isEmpty();
        fixture.driver().advanceWallClockTime(Duration.ofMillis(20));
        fixture.driver().advanceWallClockTime(Duration.ofMillis(20));
        assertThat(fixture.ticks).as("one tick under way").containsExactly(GAME_ID);

        List<Event> fired = fixture.send(fixture.command(null, new Tick(), 2_030), null);
        assertThat(fired).singleElement().satisfies(event -> {
            assertThat(event.getTime()).as("the time when it was due").isEqualTo(START.plusMillis(2_000));
            assertThat(event.getCommandId()).isEqualTo(second.getCommandId());
        });
    }

    @Test
    void endsAGameByATick() {
        fixture.startGame();
        assertThat(fixture.send(fixture.command(null, new Tick(), 599_999), null))
                .isEmpty();
        assertThat(fixture.send(fixture.command(null, new Tick(), 600_000), null))
                .singleElement()
                .satisfies(event -> assertThat(event.getPayload()).isInstanceOf(GameEnded.class));
    }

    @Test
    void registersAPlayerOnce() {
        String subject = "player:ada";
        LobbyCommand register = new LobbyCommand(
                "00000000-0000-4000-a000-00000000000a", START, subject, null, new RegisterPlayer("Ada"));
        String token = fixture.tokens.registrar(PLAYER_ID, "Ada");
        assertThat(fixture.send(register, token)).singleElement().satisfies(event -> {
            assertThat(event.getPayload()).isEqualTo(new PlayerRegistered(PLAYER_ID, "Ada", null));
            assertThat(event.getSequence()).isEqualTo(1);
        });
        assertThat(fixture.send(register, token)).isEmpty();
        register.setCommandId("00000000-0000-4000-a000-00000000000b");
        assertThat(fixture.send(register, token))
                .extracting(LobbyEvent::getPayload)
                .singleElement()
                .satisfies(payload ->
                        assertThat(((CommandRejected) payload).getCode()).isEqualTo(RejectionCode.NAME_TAKEN));
    }

    private TestRecord<byte[], byte[]> deadLetter(String reason) {
        List<TestRecord<byte[], byte[]>> dead = fixture.deadLetters();
        assertThat(dead).hasSize(1);
        assertThat(header(dead.get(0), CommandAdmission.REASON_HEADER)).isEqualTo(reason);
        return dead.get(0);
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String typeOf(Event event) {
        return event.getPayload().getClass().getSimpleName();
    }

    private static RejectionCode rejection(List<Event> events) {
        assertThat(events).hasSize(1);
        return ((CommandRejected) events.get(0).getPayload()).getCode();
    }
}
