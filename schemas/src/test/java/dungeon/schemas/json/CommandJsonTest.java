package dungeon.schemas.json;

import static dungeon.schemas.json.Json.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.Gravity;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MapType;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandJsonTest {
    @ParameterizedTest
    @MethodSource("commands")
    void readsEachCommand(String json, SpecificRecord expected) throws JsonFaultsException {
        assertThat(CommandJson.GAMES.payload(Json.of(json))).isEqualTo(expected);
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("{'type':'StartGame'}", new StartGame()),
                Arguments.of("{'type':'EndGame'}", new EndGame()),
                Arguments.of("{'type':'JoinGame','playerName':'Ann'}", new JoinGame("Ann")),
                Arguments.of("{'type':'MoveRobot','robotId':'r','direction':'NE'}", new MoveRobot("r", Direction.NE)),
                Arguments.of("{'type':'AttackRobot','robotId':'r','targetRobotId':'t'}", new AttackRobot("r", "t")),
                Arguments.of("{'type':'StartMining','robotId':'r'}", new StartMining("r", null)),
                Arguments.of("{'type':'StartMining','robotId':'r','mine':null}", new StartMining("r", null)),
                Arguments.of(
                        "{'type':'StartMining','robotId':'r','mine':{'x':1,'y':2}}",
                        new StartMining("r", new Tile(1, 2))),
                Arguments.of("{'type':'SellResources','robotId':'r'}", new SellResources("r")),
                Arguments.of("{'type':'ClearQueue','robotId':'r'}", new ClearQueue("r")),
                Arguments.of("{'type':'BuyRobots','quantity':3}", new BuyRobots(3, null)),
                Arguments.of("{'type':'BuyRobots','quantity':3,'station':[4,5]}", new BuyRobots(3, new Tile(4, 5))),
                Arguments.of(
                        "{'type':'BuyUpgrade','robotId':'r','upgrade':'MINING','levels':2}",
                        new BuyUpgrade("r", Upgrade.MINING, 2)),
                Arguments.of(
                        """
                        {'type':'CreateGame','map':{'name':'m','width':2,'height':3,'defaultGravity':'LIGHT'},'rules':{},
                         'participantLimit':4,'durationMs':60000,'seed':'AQI=','practiceFor':'p','mapTypeId':'t'}""",
                        new CreateGame(
                                MapType.newBuilder()
                                        .setName("m")
                                        .setWidth(2)
                                        .setHeight(3)
                                        .setDefaultGravity(Gravity.LIGHT)
                                        .build(),
                                Rules.newBuilder().build(),
                                4,
                                60_000L,
                                ByteBuffer.wrap(new byte[] {1, 2}),
                                "p",
                                "t",
                                null,
                                null)));
    }

    @Test
    void everyCommandIsTriedAboveAndTicksAreNone() {
        assertThat(CommandJson.GAMES.types().keySet())
                .containsExactlyInAnyOrderElementsOf(commands()
                        .map(arguments -> arguments.get()[1].getClass().getSimpleName())
                        .distinct()
                        .toList())
                .doesNotContain("Tick")
                .hasSize(11);
    }

    @Test
    void leavesTheEnvelopeAlone() throws JsonFaultsException {
        JsonNode json =
                Json.of("{'commandId':'c','issuedAt':5,'gameId':'g','playerId':'p','type':'ClearQueue','robotId':'r'}");
        JsonNode before = json.deepCopy();
        assertThat(CommandJson.GAMES.payload(json)).isEqualTo(new ClearQueue("r"));
        assertThat(json).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':null}",
                "{'type':'Tick'}",
                "{'type':'moverobot'}",
                "{'type':['MoveRobot']}",
                "{'type':1}"
            })
    void namesTheCommandsIfTheTypeIsNone(String json) {
        assertFaults(() -> CommandJson.GAMES.payload(Json.of(json)))
                .containsExactly("/type: must be one of [AttackRobot, BuyRobots, BuyUpgrade, ClearQueue, CreateGame,"
                        + " EndGame, JoinGame, MoveRobot, SellResources, StartGame, StartMining]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "'MoveRobot'", "5"})
    void refusesWhatIsNoObject(String json) {
        assertFaults(() -> CommandJson.GAMES.payload(Json.of(json))).containsExactly(": a command must be an object");
    }

    @Test
    void reportsAllFaultsOfACommand() {
        assertFaults(() -> CommandJson.GAMES.payload(
                        Json.of("{'type':'BuyUpgrade','robotId':null,'upgrade':'UNKNOWN','levels':'2','speed':1}")))
                .containsExactly(
                        "/robotId: is missing",
                        "/upgrade: must be one of STORAGE, MINING, DAMAGE, HEALTH, HEALTH_REGENERATION,"
                                + " ENERGY_CAPACITY, ENERGY_REGENERATION, COOLDOWN",
                        "/levels: must be a whole number of 32 bits",
                        "/speed: is no field of BuyUpgrade");
    }
}
