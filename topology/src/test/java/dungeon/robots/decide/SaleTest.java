package dungeon.robots.decide;

import static dungeon.robots.Decided.by;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.condition;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.Direction;
import dungeon.schemas.FailureReason;
import dungeon.schemas.Levels;
import dungeon.schemas.Lot;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sales. Where cargo is needed, mining and moving take neither time nor energy and give no points, and a process brings 7. */
class SaleTest {
    private static final long FULL = 20 * 5000;
    private static final Tile STATION = tile(0, 0);
    private static final Action SALE = new Action(ActionType.SellResources, null, null, null);
    /** Enough to hold everything. */
    private static final Levels LEVELS = new Levels(5, 5, 0, 0, 0, 0, 0, 0);

    /**
     * <pre>
     *   1   c  d  i      S space station, b c d i p mines from bio matter to plasma cores
     *   0   S  b  p
     * </pre>
     */
    private static MapPlan mines() {
        return MapPlan.of(3, 2)
                .station(0, 0)
                .deposit(1, 0, Resource.BIO_MATTER, 1000)
                .deposit(0, 1, Resource.CRYO_GAS, 1000)
                .deposit(1, 1, Resource.DARK_MATTER, 1000)
                .deposit(2, 1, Resource.ION_DUST, 1000)
                .deposit(2, 0, Resource.PLASMA_CORE, 1000);
    }

    private static Rules effortless() {
        Rules rules = defaults();
        rules.setMiningProcessMs(0);
        rules.setMiningCooldownMs(0);
        rules.setMoveCooldownMs(0);
        rules.setMoveEnergy(List.of(0, 0, 0));
        rules.setMiningEnergy(List.of(0, 0, 0, 0, 0, 0));
        rules.setMiningUnits(List.of(7, 7, 7, 7, 7, 7));
        rules.setMiningPoints(List.of(0, 0, 0, 0, 0));
        rules.setTravellingPoints(List.of(0, 0, 0));
        return rules;
    }

    @Test
    void theWholeCargoIsSoldFromCommonToRare() {
        GameScenario game = GameScenario.started(mines(), effortless(), ANN);
        String robot = game.spawn(ANN, LEVELS, condition(tile(2, 0), FULL, 0, 0, 0));
        for (Direction next : List.of(Direction.N, Direction.W, Direction.W, Direction.SE, Direction.W)) {
            game.send(ANN, new StartMining(robot, null));
            game.move(ANN, robot, next);
        }

        // 7 of each: 7 * (5 + 15 + 30 + 50 + 60) = 1120.
        game.at(123)
                .send(ANN, new SellResources(robot))
                .gives(new ResourcesSold(
                        robot,
                        List.of(
                                new Lot(Resource.BIO_MATTER, 7, 35L),
                                new Lot(Resource.CRYO_GAS, 7, 105L),
                                new Lot(Resource.DARK_MATTER, 7, 210L),
                                new Lot(Resource.ION_DUST, 7, 350L),
                                new Lot(Resource.PLASMA_CORE, 7, 420L)),
                        1_120L,
                        1_620L,
                        condition(STATION, FULL, 123, 623, 0),
                        traded(112, 112)));
        assertThat(game.records().robot(robot).getCargo()).isEmpty();
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(1_620);
        game.at(623).send(ANN, new SellResources(robot)).gives(failed(robot, FailureReason.NOTHING_TO_SELL, 623));
        assertThat(game.replayed()).isEqualTo(game.records());
    }

    /** Sales of 35 credits each, by two robots in turn. */
    @ParameterizedTest
    @CsvSource({
        "1, 35, 35, 35, 35", // every credit is a point
        "10, 3, 4, 3, 4", // 35, 70, 105, 140
        "36, 0, 1, 1, 1",
        "40, 0, 1, 1, 1",
        "100, 0, 0, 1, 0",
        "1000, 0, 0, 0, 0"
    })
    void whatOneSaleRoundsOffCountsWithTheNext(int creditsPerPoint, int first, int second, int third, int fourth) {
        Rules rules = effortless();
        rules.setSellCooldownMs(0);
        rules.setTradingCreditsPerPoint(creditsPerPoint);
        GameScenario game = GameScenario.started(mines(), rules, ANN);
        List<String> robots = List.of(
                game.spawn(ANN, LEVELS, condition(STATION, FULL, 0, 0, 0)),
                game.spawn(ANN, LEVELS, condition(STATION, FULL, 0, 0, 0)));
        int points = 0;
        long balance = 500;
        List<Integer> gains = List.of(first, second, third, fourth);
        for (int i = 0; i < gains.size(); i++) {
            String robot = robots.get(i % 2);
            game.move(ANN, robot, Direction.E);
            game.send(ANN, new StartMining(robot, null));
            game.move(ANN, robot, Direction.W);
            points += gains.get(i);
            balance += 35;
            game.send(ANN, new SellResources(robot))
                    .gives(new ResourcesSold(
                            robot,
                            List.of(new Lot(Resource.BIO_MATTER, 7, 35L)),
                            35L,
                            balance,
                            condition(STATION, FULL, 0, 0, 0),
                            traded(gains.get(i), points)));
        }
    }

    @Test
    void nothingIsSoldAwayFromAStation() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, LEVELS, condition(tile(2, 3), 12_345, 0, 0, 0));

        // With nothing to sell, the place is what is wrong first; with cargo it still is.
        game.send(ANN, new SellResources(robot))
                .gives(new ActionFailed(
                        robot, SALE, FailureReason.NOT_AT_STATION, condition(tile(2, 3), 12_345, 0, 500, 0)));
    }

    @Test
    void cargoIsKeptWhereItCannotBeSold() {
        GameScenario game = GameScenario.started(mines(), effortless(), ANN);
        String robot = game.spawn(ANN, LEVELS, condition(tile(1, 0), FULL, 0, 0, 0));
        Outcome mining = game.send(ANN, new StartMining(robot, null));

        Outcome sale = game.at(1).send(ANN, new SellResources(robot));
        assertThat(sale.events()).hasSize(2);
        assertThat(sale.events().get(0).getCommandId()).isEqualTo(mining.commandId());
        assertThat(sale.events().get(1).getPayload())
                .isEqualTo(new ActionFailed(
                        robot, SALE, FailureReason.NOT_AT_STATION, condition(tile(1, 0), FULL, 1, 501, 0)));
        assertThat(game.records().robot(robot).getCargo())
                .singleElement()
                .satisfies(held -> assertThat(held.getUnits()).isEqualTo(7));
    }

    @Test
    void anEmptyHoldSellsNothing() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);

        game.send(ANN, new SellResources(robot)).gives(failed(robot, FailureReason.NOTHING_TO_SELL, 0));
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(400);
    }

    @Test
    void aSaleCanTakeEnergyAndAFailedOneTakesNone() {
        Rules rules = effortless();
        rules.setSellEnergy(3);
        GameScenario game = GameScenario.started(mines(), rules, ANN);
        String robot = game.spawn(ANN, LEVELS, condition(tile(1, 0), FULL, 0, 0, 0));
        game.send(ANN, new StartMining(robot, null));
        game.move(ANN, robot, Direction.W);

        game.send(ANN, new SellResources(robot))
                .gives(new ResourcesSold(
                        robot,
                        List.of(new Lot(Resource.BIO_MATTER, 7, 35L)),
                        35L,
                        535L,
                        condition(STATION, FULL - 15_000, 0, 500, 0),
                        traded(3, 3)));
        game.at(500)
                .send(ANN, new SellResources(robot))
                .gives(new ActionFailed(
                        robot,
                        SALE,
                        FailureReason.NOTHING_TO_SELL,
                        condition(STATION, FULL - 15_000 + 500 * 8, 500, 1_000, 0)));
    }

    @Test
    void aSaleThatTakesEnergyWaitsForIt() {
        Rules rules = effortless();
        rules.setSellEnergy(3);
        GameScenario game = GameScenario.started(mines(), rules, ANN);
        String robot = game.spawn(ANN, LEVELS, condition(STATION, 0, 0, 0, 0));
        game.move(ANN, robot, Direction.E);
        game.send(ANN, new StartMining(robot, null));
        game.move(ANN, robot, Direction.W);

        Outcome sale = game.send(ANN, new SellResources(robot));
        sale.gives(new ActionQueued(robot, SALE, 1, time(1_875)));
        // 15,000 at 8 a ms, which is exactly 1875 ms.
        game.at(1_874).tick().givesNothing();
        game.at(1_875)
                .tick()
                .givesDecisions(by(
                        sale,
                        1_875,
                        new ResourcesSold(
                                robot,
                                List.of(new Lot(Resource.BIO_MATTER, 7, 35L)),
                                35L,
                                535L,
                                condition(STATION, 0, 1_875, 2_375, 0),
                                traded(3, 3))));
    }

    @Test
    void aSaleInTheQueueIsJudgedWhenItRuns() {
        Rules rules = effortless();
        rules.setMoveCooldownMs(1_000);
        GameScenario game = GameScenario.started(mines(), rules, ANN);
        String robot = game.spawn(ANN, LEVELS, condition(tile(1, 0), FULL, 0, 0, 0));
        game.send(ANN, new StartMining(robot, null));
        game.move(ANN, robot, Direction.N);
        game.move(ANN, robot, Direction.SW);
        Outcome sale = game.at(500).send(ANN, new SellResources(robot));
        sale.gives(new ActionQueued(robot, SALE, 2, time(1_000)));

        assertThat(game.at(1_999).tick().events()).hasSize(1);
        game.at(2_000)
                .tick()
                .givesDecisions(by(
                        sale,
                        2_000,
                        new ResourcesSold(
                                robot,
                                List.of(new Lot(Resource.BIO_MATTER, 7, 35L)),
                                35L,
                                535L,
                                condition(STATION, FULL, 2_000, 2_500, 0),
                                traded(3, 3))));
    }

    private static ActionFailed failed(String robot, FailureReason reason, long atMs) {
        return new ActionFailed(robot, SALE, reason, condition(STATION, FULL, atMs, atMs + 500, 0));
    }

    private static Score traded(int gained, int after) {
        return new Score(ScoreCategory.TRADING, gained, after, after);
    }
}
