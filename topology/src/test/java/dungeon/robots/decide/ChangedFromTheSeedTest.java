package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.idOf;
import static dungeon.robots.Given.FULL_ENERGY;
import static dungeon.robots.Given.units;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.everywhere;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.GameState;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Account;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each line of "Changed from the first drafts" in docs/the-game.md. */
class ChangedFromTheSeedTest {
    private static final long HEALTH = 100_000;

    @Test
    @DisplayName("Buying an upgrade for a robot that does not exist is refused without charge (there it was charged).")
    void anUpgradeForARobotThatDoesNotExistIsRefusedWithoutCharge() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Account before = game.records().account(ANN.playerId());

        game.send(ANN, new BuyUpgrade(idOf(99), Upgrade.STORAGE, 1)).isRejected(RejectionCode.UNKNOWN_ROBOT);

        assertThat(game.records().account(ANN.playerId())).isEqualTo(before);
        assertThat(before.getBalance()).isEqualTo(500);
    }

    @Test
    @DisplayName("New robots never appear at a random station, but at the player's own or a chosen one.")
    void newRobotsAppearAtThePlayersOwnOrAChosenStation() {
        // Whatever the seed of all chance in the game is.
        for (int seed = 0; seed < 20; seed++) {
            CreateGame create = creation(crossroads().mapType(), defaults());
            create.setSeed(ByteBuffer.wrap(new byte[] {
                (byte) seed,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14,
                15,
                16,
                17,
                18,
                19,
                20,
                21,
                22,
                23,
                24,
                25,
                26,
                27,
                28,
                29,
                30,
                31
            }));
            GameScenario game = GameScenario.empty();
            game.send(ADMINISTRATOR, create);
            game.join(ANN);
            game.join(BOB);
            game.send(ADMINISTRATOR, new StartGame());

            assertThat(spawnedAt(game.send(ANN, new BuyRobots(2, null)))).containsOnly(tile(0, 0));
            assertThat(spawnedAt(game.send(BOB, new BuyRobots(2, null)))).containsOnly(tile(4, 0));
            assertThat(spawnedAt(game.send(ANN, new BuyRobots(2, tile(4, 0))))).containsOnly(tile(4, 0));
        }
    }

    @Test
    @DisplayName("The map is public from creation on.")
    void theMapIsPublicFromCreationOn() {
        GameScenario game = GameScenario.created(crossroads());
        assertThat(game.records().game().getState()).isEqualTo(GameState.CREATED);

        MapInstantiated map = (MapInstantiated) game.events().get(1).getPayload();

        assertThat(map.getGravity().remaining()).isEqualTo(20);
        assertThat(map.getStructure().remaining()).isEqualTo(20);
        assertThat(map.getContents())
                .extracting(Content::getTile)
                .containsExactlyInAnyOrder(tile(0, 0), tile(4, 0), tile(2, 3), tile(4, 1));
    }

    @Test
    @DisplayName("An upgrade kind for mining was missing.")
    void miningCanBeUpgraded() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);

        assertThat(game.send(ANN, new BuyUpgrade(robot, Upgrade.MINING, 1)).events())
                .hasSize(2);

        assertThat(game.records().robot(robot).getLevels().getMining()).isEqualTo(1);
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(200);
    }

    @Test
    @DisplayName("Points are by value, not by count, so that idling about gives none.")
    void pointsAreByValueAndIdlingAboutGivesNone() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String idler = game.buyRobot(ANN);
        game.move(ANN, idler, Direction.E);
        Account afterOneStep = game.records().account(ANN.playerId());
        assertThat(Standings.total(afterOneStep)).isEqualTo(2);
        for (int i = 1; i <= 100; i++) {
            Outcome outcome = game.at(i * 4_000L).move(ANN, idler, i % 2 == 1 ? Direction.W : Direction.E);
            assertThat(((RobotMoved) outcome.events().get(0).getPayload()).getScore())
                    .isNull();
        }
        assertThat(Standings.total(game.records().account(ANN.playerId()))).isEqualTo(2);

        // A mining process without a robot at the mine brings nothing either.
        game.at(500_000).send(ANN, new StartMining(idler, tile(2, 3)));
        Outcome mined = game.at(505_000).tick();
        assertThat(((ResourcesMined) mined.events().get(0).getPayload()).getScore())
                .isNull();

        // One plasma core is worth what twelve units of bio matter are.
        String trader = game.buyRobot(ANN);
        Given.cargo(game, trader, units(0, 0, 0, 0, 1));
        Outcome sold = game.at(506_000).send(ANN, new SellResources(trader));
        assertThat(((ResourcesSold) sold.events().get(0).getPayload())
                        .getScore()
                        .getGained())
                .isEqualTo(6);
        Given.cargo(game, trader, units(12));
        Outcome soldAgain = game.at(507_000).send(ANN, new SellResources(trader));
        assertThat(((ResourcesSold) soldAgain.events().get(0).getPayload())
                        .getScore()
                        .getGained())
                .isEqualTo(6);
    }

    @Test
    @DisplayName("Items are not in yet, nor prices that follow demand.")
    void thereAreNoItemsAndPricesDoNotFollowDemand() {
        assertThat(Command.getClassSchema().getField("payload").schema().getTypes())
                .extracting(Schema::getName)
                .containsExactlyInAnyOrder(
                        "CreateGame",
                        "StartGame",
                        "EndGame",
                        "JoinGame",
                        "MoveRobot",
                        "AttackRobot",
                        "StartMining",
                        "SellResources",
                        "ClearQueue",
                        "BuyRobots",
                        "BuyUpgrade",
                        "Tick");
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String trader = Given.robot(game, ANN, Given.levels(), tile(0, 0), 10 * HEALTH, FULL_ENERGY);
        for (int i = 0; i < 50; i++) {
            Given.cargo(game, trader, units(4, 4, 4, 4, 4));
            Outcome outcome = game.at(i * 500L).send(ANN, new SellResources(trader));
            assertThat(((ResourcesSold) outcome.events().get(0).getPayload()).getRevenue())
                    .isEqualTo(4 * (5 + 15 + 30 + 50 + 60));
        }
    }

    @Test
    @DisplayName("A star system holds one thing (the discussion page's 0 to 3 planets are dropped).")
    void aStarSystemHoldsOneThing() {
        // Sixteen star systems, sixteen things: each has its own, wherever chance puts them.
        MapPlan full = MapPlan.of(4, 4)
                .content(new ContentLayer(everywhere(), ContentKind.SPACE_STATION, 2, null, null, null))
                .content(new ContentLayer(
                        everywhere(), ContentKind.MINE, 14, null, Resource.BIO_MATTER, new UnitRange(1, 9)));
        GameScenario game = GameScenario.created(full);
        MapInstantiated map = (MapInstantiated) game.events().get(1).getPayload();
        assertThat(map.getContents()).hasSize(16).extracting(Content::getTile).doesNotHaveDuplicates();

        // There is no room for a seventeenth, nor for two things on one tile.
        full.blackHole(2, 2);
        isInvalid(full);
        isInvalid(crossroads().mine(4, 1));
    }

    private static void isInvalid(MapPlan map) {
        List<Event> events = GameScenario.empty()
                .send(ADMINISTRATOR, creation(map.mapType(), defaults()))
                .events();
        assertThat(events).hasSize(1);
        assertThat(((CommandRejected) events.get(0).getPayload()).getCode()).isEqualTo(RejectionCode.INVALID_MAP);
    }

    private static List<Tile> spawnedAt(Outcome outcome) {
        return outcome.events().stream()
                .map(Event::getPayload)
                .filter(RobotSpawned.class::isInstance)
                .map(spawned -> ((RobotSpawned) spawned).getCondition().getPosition())
                .toList();
    }
}
