package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.condition;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.idOf;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Direction;
import dungeon.schemas.Levels;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import org.junit.jupiter.api.Test;

class PurchaseTest {
    private static final Levels LEVEL_0 = new Levels(0, 0, 0, 0, 0, 0, 0, 0);

    @Test
    void robotsAppearAtThePlayersOwnStation() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);

        game.at(3)
                .send(BOB, new BuyRobots(2, null))
                .gives(
                        new RobotsPurchased(idOf(0), 2, tile(4, 0), 200L, 300L, 1L),
                        spawned(1, "Bob-1", tile(4, 0), 3),
                        spawned(2, "Bob-2", tile(4, 0), 3));
        assertThat(game.records().account(BOB.playerId())).satisfies(account -> {
            assertThat(account.getBalance()).isEqualTo(300);
            assertThat(account.getRobots()).isEqualTo(2);
            assertThat(account.getRobotsBought()).isEqualTo(2);
        });
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(500);
    }

    @Test
    void robotsAppearAtTheStationThatIsNamed() {
        GameScenario game = GameScenario.started(crossroads(), ANN);

        game.at(3)
                .send(ANN, new BuyRobots(1, tile(4, 0)))
                .gives(new RobotsPurchased(idOf(0), 1, tile(4, 0), 100L, 400L, 1L), spawned(1, "Ann-1", tile(4, 0), 3));
    }

    @Test
    void idsAndNamesGoOnFromOnePurchaseToTheNext() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        game.send(ANN, new BuyRobots(2, null));
        game.send(BOB, new BuyRobots(1, null));

        game.at(9)
                .send(ANN, new BuyRobots(1, null))
                .gives(new RobotsPurchased(idOf(5), 1, tile(0, 0), 100L, 200L, 6L), spawned(6, "Ann-3", tile(0, 0), 9));
    }

    @Test
    void theLastCreditBuysARobotAndThenThereIsNoDebt() {
        GameScenario game = GameScenario.started(crossroads(), ANN);

        game.send(ANN, new BuyRobots(6, null))
                .isRejected(RejectionCode.INSUFFICIENT_FUNDS, "price", "600", "balance", "500");
        game.send(ANN, new BuyRobots(5, null));
        assertThat(game.records().account(ANN.playerId()).getBalance()).isZero();
        game.send(ANN, new BuyRobots(1, null))
                .isRejected(RejectionCode.INSUFFICIENT_FUNDS, "price", "100", "balance", "0");
    }

    @Test
    void onlySpaceStationsReceiveRobots() {
        GameScenario game = GameScenario.started(crossroads(), ANN);

        for (Tile elsewhere : new Tile[] {
            tile(1, 0),
            tile(0, 1),
            tile(2, 3),
            tile(4, 1),
            tile(-1, 0),
            tile(5, 0),
            tile(0, 4),
            tile(Integer.MAX_VALUE, 0)
        }) {
            game.send(ANN, new BuyRobots(1, elsewhere)).isRejected(RejectionCode.NOT_A_STATION);
        }
    }

    @Test
    void aPlayerHasNoMoreThanTheLimitOfLivingRobots() {
        Rules rules = defaults();
        rules.setRobotsPerPlayerMaximum(2);
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(1000), rules, ANN);
        String robot = game.buyRobotAt(ANN, tile(4, 0));

        game.send(ANN, new BuyRobots(2, null))
                .isRejected(RejectionCode.ROBOT_LIMIT, "robots", "1", "robotsPerPlayerMaximum", "2");
        game.buyRobot(ANN);
        game.send(ANN, new BuyRobots(1, null))
                .isRejected(RejectionCode.ROBOT_LIMIT, "robots", "2", "robotsPerPlayerMaximum", "2");

        // A robot that is destroyed makes room; its name is not used again.
        game.move(ANN, robot, Direction.N);
        game.send(ANN, new BuyRobots(1, null))
                .gives(new RobotsPurchased(idOf(4), 1, tile(0, 0), 100L, 200L, 5L), spawned(5, "Ann-3", tile(0, 0), 0));
    }

    @Test
    void aPurchaseLeavesOthersAccountsAlone() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        Account before = game.records().account(BOB.playerId());

        game.send(ANN, new BuyRobots(3, null));

        assertThat(game.records().account(BOB.playerId())).isEqualTo(before);
    }

    /** @param number of the robot's id, of those that the game gives out */
    private static RobotSpawned spawned(int number, String name, Tile station, long atMs) {
        return new RobotSpawned(idOf(number), name, condition(station, 20 * 5000, atMs, atMs, 0), LEVEL_0, number + 1L);
    }
}
