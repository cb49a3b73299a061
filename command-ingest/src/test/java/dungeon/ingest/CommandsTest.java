package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakeDecider;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Command;
import dungeon.schemas.Direction;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedPlatform.class)
class CommandsTest {
    private static final String MOVE =
            "{\"type\": \"MoveRobot\", \"robotId\": \"%s\", \"direction\": \"NE\"}".formatted(FakeDecider.ROBOT_ID);

    private FakePlatform platform;
    private JsonNode player;
    private String token;
    private String gameId;

    @BeforeEach
    void playerInAGame(FakePlatform shared) {
        platform = shared;
        player = platform.guest().json();
        token = player.get("token").textValue();
        gameId = GamesTest.created(platform);
    }

    private Answer send(String query, String body) {
        return platform.post("/games/%s/commands%s".formatted(gameId, query), token, body);
    }

    private List<ProducerRecord<String, byte[]>> writtenToGame() {
        return platform.brokers().written().stream()
                .filter(message -> message.key().equals(gameId))
                .skip(1)
                .toList();
    }

    private static String withId(String commandId) {
        return MOVE.replace("{", "{\"commandId\": \"" + commandId + "\", ");
    }

    private static String array(List<String> commands) {
        return commands.stream().collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void writesACommandWithThePlayersOwnToken() {
        Answer answer = send("", MOVE);

        assertThat(answer.status()).isEqualTo(202);
        ProducerRecord<String, byte[]> message = writtenToGame().get(0);
        assertThat(message.topic()).isEqualTo("dungeon.commands.v1");
        assertThat(message.partition()).isNull();
        assertThat(new String(
                        message.headers()
                                .lastHeader(Topics.AUTHORIZATION_HEADER)
                                .value(),
                        StandardCharsets.UTF_8))
                .isEqualTo("Bearer " + token);
        Command command = platform.decider().command(message);
        assertThat(command.getCommandId())
                .isEqualTo(answer.json().get("commandId").textValue());
        assertThat(command.getPlayerId()).isEqualTo(player.get("playerId").textValue());
        assertThat(command.getIssuedAt()).isBetween(Instant.now().minusSeconds(30), Instant.now());
        assertThat(command.getPayload()).isEqualTo(new MoveRobot(FakeDecider.ROBOT_ID, Direction.NE));
    }

    @Test
    void keepsTheIdAndTheTimeThatTheSenderChose() {
        String commandId = UUID.randomUUID().toString();

        Answer answer = send(
                "",
                withId(commandId)
                        .replace("{", "{\"issuedAt\": \"2026-01-31T12:00:00.123Z\", \"gameId\": \"" + gameId + "\", "));

        assertThat(answer.json().get("commandId").textValue()).isEqualTo(commandId);
        Command command = platform.decider().command(writtenToGame().get(0));
        assertThat(command.getCommandId()).isEqualTo(commandId);
        assertThat(command.getIssuedAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00.123Z"));
    }

    @Test
    void writesAnArrayInItsOrder() {
        List<String> ids = IntStream.range(0, 50)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();

        Answer answer = send("", array(ids.stream().map(CommandsTest::withId).toList()));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("commandIds"))
                .extracting(JsonNode::textValue)
                .containsExactlyElementsOf(ids);
        assertThat(writtenToGame())
                .extracting(message -> platform.decider().command(message).getCommandId())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void answersWithTheOutcomeWhenAskedToWait() {
        Answer answer = send("?wait=10000", MOVE);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode outcome = answer.json();
        assertThat(outcome.get("events")).hasSize(1);
        JsonNode event = outcome.get("events").get(0);
        assertThat(event.get("type").textValue()).isEqualTo("RobotMoved");
        assertThat(event.get("commandId")).isEqualTo(outcome.get("commandId"));
        assertThat(event.get("gameId").textValue()).isEqualTo(gameId);
        assertThat(event.get("from").toString()).isEqualTo("{\"x\":1,\"y\":2}");
        assertThat(event.get("condition").get("energy").intValue()).isEqualTo(20);
    }

    @Test
    void answersWithAllEventsOfADecision() {
        Answer answer = send("?wait=10000", "{\"type\": \"BuyRobots\", \"quantity\": 3}");

        assertThat(answer.json().get("events"))
                .extracting(event -> event.get("type").textValue() + event.get("remaining"))
                .containsExactly("RobotsPurchased3", "RobotSpawned2", "RobotSpawned1", "RobotSpawned0");
    }

    @Test
    void givesEachCommandOfAnArrayItsOwnOutcome() {
        String unknownRobot =
                MOVE.replace(FakeDecider.ROBOT_ID, UUID.randomUUID().toString());

        Answer answer = send("?wait=10000", array(List.of(MOVE, unknownRobot, MOVE)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .extracting(outcome -> outcome.get("events").get(0).get("type").textValue())
                .containsExactly("RobotMoved", "CommandRejected", "RobotMoved");
        assertThat(answer.json().get(1).get("events").get(0).get("code").textValue())
                .isEqualTo("UNKNOWN_ROBOT");
    }

    @Test
    void answersWithRejectionsByGamesThatDoNotExist() {
        gameId = UUID.randomUUID().toString();

        JsonNode event = send("?wait=10000", MOVE).json().get("events").get(0);

        assertThat(event.get("code").textValue()).isEqualTo("UNKNOWN_GAME");
        assertThat(event.get("sequence").longValue()).isZero();
    }

    @Test
    void answersWithNoEventsWhenNothingCameOfACommandInTime() {
        platform.decider().silenceFor(MoveRobot.class);
        try {
            Answer answer = send("?wait=50", MOVE);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("events")).isEmpty();
        } finally {
            platform.decider().speakAgain();
        }
    }

    @Test
    void givesARepeatedCommandItsFirstOutcome() {
        String move = withId(UUID.randomUUID().toString());

        JsonNode first = send("?wait=10000", move).json();
        JsonNode second = send("?wait=10000", move).json();

        assertThat(first.get("events")).hasSize(1);
        assertThat(second).isEqualTo(first);
        assertThat(writtenToGame()).hasSize(2);
    }

    @Test
    void givesACommandThatIsSentAHundredTimesOneOutcome() {
        String move = withId(UUID.randomUUID().toString());

        JsonNode first = send("?wait=10000", move).json();

        assertThat(first.get("events")).hasSize(1);
        for (int i = 1; i < 100; i++) {
            assertThat(send("?wait=10000", move).json()).isEqualTo(first);
        }
    }

    @Test
    void doesNotTakeAnotherPlayersCommandForARepetition() {
        String move = withId(UUID.randomUUID().toString());
        JsonNode mine = send("?wait=10000", move).json().get("events").get(0);

        JsonNode other = platform.guest().json();
        JsonNode theirs = platform.post(
                        "/games/%s/commands?wait=10000".formatted(gameId),
                        other.get("token").textValue(),
                        move)
                .json()
                .get("events")
                .get(0);

        assertThat(theirs.get("playerId")).isEqualTo(other.get("playerId"));
        assertThat(theirs.get("sequence").longValue())
                .isEqualTo(mine.get("sequence").longValue() + 1);
    }

    @Test
    void refusesAWholeArrayForTheFaultsOfSome() {
        Answer answer = send(
                "?wait=100",
                array(List.of(
                        MOVE,
                        MOVE.replace("NE", "UP"),
                        "{\"type\": \"Fly\"}",
                        MOVE.replace("{", "{\"speed\": 3, "),
                        withId("1"),
                        withId("6D2F0F0A-3E1B-4B8E-9C53-0D6F6C0A1B2C"),
                        MOVE.replace("{", "{\"issuedAt\": \"noon\", "),
                        MOVE.replace("{", "{\"gameId\": \"%s\", ".formatted(UUID.randomUUID())),
                        "7")));

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers())
                .containsExactly(
                        "/1/direction",
                        "/2/type",
                        "/3/speed",
                        "/4/commandId",
                        "/5/commandId",
                        "/6/issuedAt",
                        "/7/gameId",
                        "/8");
        assertThat(writtenToGame()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void refusesTimesThatAreTooFarAwayForTheWire(String issuedAt) {
        Answer answer = send("", MOVE.replace("{", "{\"issuedAt\": \"" + issuedAt + "\", "));

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers()).containsExactly("/issuedAt");
        assertThat(writtenToGame()).isEmpty();
    }

    @Test
    void refusesATickFromOutside() {
        assertThat(send("", "{\"type\": \"Tick\"}").pointers()).containsExactly("/type");
    }

    @Test
    void refusesEmptyAndOverlongArrays() {
        assertThat(send("", "[]").problem()).isEqualTo("422 MALFORMED");
        assertThat(send("", array(Collections.nCopies(1001, MOVE))).problem()).isEqualTo("422 MALFORMED");
        assertThat(writtenToGame()).isEmpty();
    }

    @Test
    void refusesCommandsInTheNameOfSomebodyElse() {
        Answer answer = send("", MOVE.replace("{", "{\"playerId\": \"%s\", ".formatted(UUID.randomUUID())));

        assertThat(answer.problem()).isEqualTo("403 NOT_YOU");
        assertThat(writtenToGame()).isEmpty();
    }

    @Test
    void refusesAnIdThatStandsTwiceInAnArray() {
        String commandId = UUID.randomUUID().toString();
        Answer answer = send("", array(List.of(withId(commandId), MOVE, withId(commandId))));

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers()).containsExactly("/2/commandId");
        assertThat(writtenToGame()).isEmpty();
    }

    @Test
    void namesTheFaultsBeforeItIsAskedWhoMayDoIt() {
        Answer noPlayer = send("", "{\"type\": \"MoveRobot\", \"playerId\": \"\"}");
        Answer another = send("", "{\"type\": \"MoveRobot\", \"playerId\": \"%s\"}".formatted(UUID.randomUUID()));

        assertThat(noPlayer.problem()).isEqualTo("422 MALFORMED");
        assertThat(noPlayer.pointers()).containsExactlyInAnyOrder("/playerId", "/robotId", "/direction");
        assertThat(another.problem()).isEqualTo("422 MALFORMED");
        assertThat(another.pointers()).containsExactlyInAnyOrder("/robotId", "/direction");
    }

    @Test
    void leavesOutWhatIsNull() {
        String nulls =
                MOVE.replace("{", "{\"commandId\": null, \"issuedAt\": null, \"gameId\": null, \"playerId\": null, ");

        assertThat(send("", nulls).status()).isEqualTo(202);
        assertThat(writtenToGame()).hasSize(1);
    }

    @Test
    void findsTheGameInAnySpelling() {
        Answer answer = platform.post("/games/%s/commands".formatted(gameId.toUpperCase(Locale.ROOT)), token, MOVE);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(writtenToGame()).hasSize(1);
    }

    @Test
    void refusesAWholeArrayInWhichAPlayerCreatesAGame() {
        Answer answer = send("?wait=100", array(List.of(MOVE, createGame(player.get("playerId")))));

        assertThat(answer.problem()).isEqualTo("403 NOT_ADMINISTRATOR");
        assertThat(answer.json().get("detail").textValue()).startsWith("/1/type");
        assertThat(writtenToGame()).isEmpty();
    }

    @Test
    void letsTheAdministratorCreateAGame() {
        Answer answer = platform.post(
                "/games/%s/commands?wait=10000".formatted(Ids.timed(System.currentTimeMillis(), "game")),
                platform.administratorToken(),
                createGame(NullNode.getInstance()));

        assertThat(answer.json().get("events").get(0).get("type").textValue()).isEqualTo("GameCreated");
    }

    @Test
    void refusesAGameWhoseIdTellsNoTime() {
        Answer answer = platform.post(
                "/games/%s/commands".formatted(UUID.randomUUID()),
                platform.administratorToken(),
                createGame(NullNode.getInstance()));

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers()).containsExactly("/gameId");
    }

    static String createGame(JsonNode practiceFor) {
        return """
                {"type": "CreateGame", "map": %s, "rules": {}, "participantLimit": 100, "durationMs": 60000,
                 "seed": "%s=", "practiceFor": %s}""".formatted(GamesTest.map(5, 6), "A".repeat(43), practiceFor);
    }

    @Test
    void takesThePlayersOwnIdInACommand() {
        assertThat(send("", MOVE.replace("{", "{\"playerId\": %s, ".formatted(player.get("playerId"))))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "30001", "soon", "1.5", ""})
    void refusesWaitsThatAreNone(String wait) {
        assertThat(send("?wait=" + wait, MOVE).problem()).isEqualTo("400 INVALID_WAIT");
        assertThat(writtenToGame()).isEmpty();
    }

    @Test
    void refusesACommandThatIsTooLarge() {
        Answer answer = send("", "{\"type\": \"JoinGame\", \"playerName\": \"" + "x".repeat(600_000) + "\"}");

        assertThat(answer.problem()).isEqualTo("413 COMMAND_TOO_LARGE");
        assertThat(writtenToGame()).isEmpty();
    }
}
