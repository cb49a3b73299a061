package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.CID;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.Given.FULL_ENERGY;
import static dungeon.robots.Given.levels;
import static dungeon.robots.Given.units;
import static dungeon.robots.Given.with;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Direction;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.SellResources;
import dungeon.schemas.Standing;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Account;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points by category and in all, and the ranking that follows from them. */
class PointsTest {
    private static final long HEALTH = 100_000;
    private static final Tile ARENA = tile(2, 1);
    /** The most that a category holds. */
    private static final int MAXIMUM = 400_000_000;

    @ParameterizedTest
    @CsvSource({"BIO_MATTER, 7", "CRYO_GAS, 14", "DARK_MATTER, 21", "ION_DUST, 28", "PLASMA_CORE, 35"})
    void aUnitMinedIsWorthOneToFivePointsByItsResource(Resource resource, int points) {
        GameScenario game = GameScenario.started(mineOfSeven(resource), ANN);
        withPoints(game);
        String robot = Given.robot(game, ANN, levels(Upgrade.MINING, 5), tile(2, 2), HEALTH, FULL_ENERGY);
        game.send(ANN, new StartMining(robot, null));

        ResourcesMined mined =
                (ResourcesMined) game.at(5_000).tick().events().get(0).getPayload();

        assertThat(mined.getCollected()).isEqualTo(7);
        assertThat(mined.getScore()).isEqualTo(new Score(ScoreCategory.MINING, points, 1 + points, 11_111 + points));
        inAll(game, 1 + points, 10, 100, 1_000, 10_000);
    }

    @Test
    void onlyWhatIsCollectedGivesPoints() {
        GameScenario game = GameScenario.started(mineOfSeven(Resource.BIO_MATTER), ANN);
        String robot = Given.robot(game, ANN, levels(Upgrade.MINING, 5), tile(2, 2), HEALTH, FULL_ENERGY);
        Given.cargo(game, robot, units(17));
        game.send(ANN, new StartMining(robot, null));

        ResourcesMined mined =
                (ResourcesMined) game.at(5_000).tick().events().get(0).getPayload();

        assertThat(mined.getScore()).isEqualTo(new Score(ScoreCategory.MINING, 3, 3, 3));
    }

    @Test
    void tenCreditsOfSalesAreAPointAndWhatIsRoundedOffCountsWithTheNextSale() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        withPoints(game);
        String robot = Given.robot(game, ANN, tile(0, 0));
        int[] units = {1, 1, 3, 1, 2};
        // 5, 10, 25, 30 and 40 credits so far.
        int[] points = {0, 1, 2, 3, 4};
        for (int i = 0; i < units.length; i++) {
            Given.cargo(game, robot, units(units[i]));
            ResourcesSold sold = (ResourcesSold) game.at(500L * i)
                    .send(ANN, new SellResources(robot))
                    .events()
                    .get(0)
                    .getPayload();
            int gained = i == 0 ? 0 : points[i] - points[i - 1];
            assertThat(sold.getScore())
                    .isEqualTo(new Score(ScoreCategory.TRADING, gained, 10 + points[i], 11_111 + points[i]));
        }
        inAll(game, 1, 14, 100, 1_000, 10_000);
    }

    @ParameterizedTest
    @CsvSource({"N, 1", "W, 2", "NW, 3"})
    void aStarSystemThatIsNewGivesItsGravity(Direction direction, int points) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        withPoints(game);
        String robot = Given.robot(game, ANN, tile(2, 0));

        RobotMoved moved =
                (RobotMoved) game.move(ANN, robot, direction).events().get(0).getPayload();

        assertThat(moved.getScore())
                .isEqualTo(new Score(ScoreCategory.TRAVELLING, points, 100 + points, 11_111 + points));
        inAll(game, 1, 10, 100 + points, 1_000, 10_000);
    }

    @Test
    void damageToOthersAndKillsGiveFightingPoints() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        withPoints(game);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, 2), ARENA, HEALTH, FULL_ENERGY);
        String target = Given.robot(game, BOB, levels(), ARENA, 7 * HEALTH, FULL_ENERGY);

        Outcome first = game.send(ANN, new AttackRobot(robot, target));
        assertThat(((RobotAttacked) first.events().get(0).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.FIGHTING, 5, 1_005, 11_116));

        Outcome second = game.at(1_000).send(ANN, new AttackRobot(robot, target));
        assertThat(((RobotAttacked) second.events().get(0).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.FIGHTING, 2, 1_007, 11_118));
        assertThat(((RobotDestroyed) second.events().get(1).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.FIGHTING, 50, 1_057, 11_168));
        inAll(game, 1, 10, 100, 1_057, 10_000);
    }

    @Test
    void aRobotOfOnesOwnDestroyedTakesFightingPoints() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        withPoints(game);
        String robot = Given.robot(game, ANN, ARENA);
        String own = Given.robot(game, ANN, levels(), ARENA, HEALTH, FULL_ENERGY);

        Outcome outcome = game.send(ANN, new AttackRobot(robot, own));

        assertThat(((RobotDestroyed) outcome.events().get(1).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.FIGHTING, -25, 975, 11_086));
        inAll(game, 1, 10, 100, 975, 10_000);
    }

    @Test
    void eachLevelGivesTenUpgradingPoints() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        withPoints(game);
        String robot = Given.robot(game, ANN, tile(0, 0));

        Outcome outcome = game.send(ANN, new BuyUpgrade(robot, Upgrade.STORAGE, 2));

        assertThat(((RobotUpgraded) outcome.events().get(2).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.UPGRADING, 10, 10_020, 11_131));
        inAll(game, 1, 10, 100, 1_000, 10_020);
    }

    @ParameterizedTest
    @CsvSource({
        // before, gained by the rules, gained in fact, after
        "399999990, 10, 10, 400000000",
        "399999991, 10, 9, 400000000",
        "400000000, 10, 0, 400000000",
        "0, 9000000000000, 400000000, 400000000",
        "-399999990, -10, -10, -400000000",
        "-399999980, -25, -20, -400000000",
        "-400000000, -25, 0, -400000000",
        "-400000000, 5, 5, -399999995",
    })
    void aCategoryHoldsNoMoreThan400Million(int before, long gained, int inFact, int after) {
        for (ScoreCategory category : ScoreCategory.values()) {
            if (category == ScoreCategory.UNKNOWN) {
                continue;
            }
            Account account = account(0, "ann", 0, 7, 7, 7, 7, 7);
            set(account, category, before);

            Score score = Points.after(account, category, gained);

            assertThat(score).isEqualTo(new Score(category, inFact, after, 28 + after));
        }
    }

    private static void set(Account account, ScoreCategory category, int points) {
        switch (category) {
            case MINING -> account.setMining(points);
            case TRADING -> account.setTrading(points);
            case TRAVELLING -> account.setTravelling(points);
            case FIGHTING -> account.setFighting(points);
            case UPGRADING -> account.setUpgrading(points);
            case UNKNOWN -> throw new IllegalArgumentException("There are no points for it");
        }
    }

    @Test
    void fiveFullCategoriesAddUp() {
        Account account = account(0, "ann", 0, MAXIMUM, MAXIMUM, MAXIMUM, MAXIMUM, MAXIMUM - 1);

        assertThat(Points.after(account, ScoreCategory.UPGRADING, 10))
                .isEqualTo(new Score(ScoreCategory.UPGRADING, 1, MAXIMUM, 2_000_000_000));
    }

    @Test
    void aGameGoesOnWhenACategoryIsFull() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Given.account(game, ANN, account -> account.setUpgrading(MAXIMUM - 5));
        String robot = Given.robot(game, ANN, tile(0, 0));

        Outcome outcome = game.send(ANN, new BuyUpgrade(robot, Upgrade.STORAGE, 2));

        assertThat(((RobotUpgraded) outcome.events().get(1).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.UPGRADING, 5, MAXIMUM, MAXIMUM));
        assertThat(((RobotUpgraded) outcome.events().get(2).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.UPGRADING, 0, MAXIMUM, MAXIMUM));
    }

    @Test
    void pointsOfMiningAndTradingAreThoseOfTheGamesRules() {
        Rules rules = defaults();
        rules.setMiningPoints(List.of(11, 0, 0, 0, 0));
        rules.setTradingCreditsPerPoint(4);
        GameScenario game = GameScenario.started(mineOfSeven(Resource.BIO_MATTER), rules, ANN);
        String robot = Given.robot(
                game, ANN, with(levels(Upgrade.MINING, 5), Upgrade.STORAGE, 1), tile(2, 2), HEALTH, FULL_ENERGY);
        game.send(ANN, new StartMining(robot, null));
        ResourcesMined mined =
                (ResourcesMined) game.at(5_000).tick().events().get(0).getPayload();
        assertThat(mined.getScore()).isEqualTo(new Score(ScoreCategory.MINING, 77, 77, 77));

        String trader = Given.robot(game, ANN, tile(0, 0));
        Given.cargo(game, trader, units(3));
        ResourcesSold sold = (ResourcesSold)
                game.send(ANN, new SellResources(trader)).events().get(0).getPayload();
        assertThat(sold.getScore()).isEqualTo(new Score(ScoreCategory.TRADING, 3, 3, 80));
    }

    @Test
    void theBestHasMostPointsInAllThenMostCreditsThenJoinedFirst() {
        List<Account> accounts = new ArrayList<>(List.of(
                account(0, "zoe", 500, 1, 2, 3, 4, 5),
                account(1, "yan", 501, 5, 4, 3, 2, 1),
                account(2, "xia", 9_999, 0, 0, 14, 0, 0),
                account(3, "wim", 500, 0, 0, 0, 15, 0),
                account(4, "ada", 0, 0, 16, 0, 0, 0),
                account(5, "bea", 0, 0, 0, 0, -25, 0),
                account(10, "cam", 500, 15, 0, 0, 0, 0)));
        List<Standing> expected = List.of(
                new Standing("ada", 1, 16, 0, 16, 0, 0, 0, 0L),
                new Standing("yan", 2, 15, 5, 4, 3, 2, 1, 501L),
                new Standing("zoe", 3, 15, 1, 2, 3, 4, 5, 500L),
                new Standing("wim", 4, 15, 0, 0, 0, 15, 0, 500L),
                new Standing("cam", 5, 15, 15, 0, 0, 0, 0, 500L),
                new Standing("xia", 6, 14, 0, 0, 14, 0, 0, 9_999L),
                new Standing("bea", 7, -25, 0, 0, 0, -25, 0, 0L));

        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(accounts, random);
            assertThat(Standings.of(accounts)).isEqualTo(expected);
        }
        assertThat(Standings.of(List.of())).isEmpty();
    }

    @Test
    void creditsBeyond32BitsAreComparedInFull() {
        assertThat(Standings.of(List.of(
                        account(0, "ann", 5_000_000_000L, 0, 0, 0, 0, 0),
                        account(1, "bob", 5_000_000_001L, 0, 0, 0, 0, 0))))
                .extracting(Standing::getPlayerId)
                .containsExactly("bob", "ann");
    }

    @Test
    void pointsAreThePlayersWhoGotThem() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB, CID);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, 3), ARENA, HEALTH, FULL_ENERGY);
        Account cid = game.records().account(CID.playerId());
        game.send(ANN, new AttackRobot(robot, Given.robot(game, BOB, ARENA)));

        assertThat(game.records().account(ANN.playerId()).getFighting()).isEqualTo(60);
        assertThat(game.records().account(BOB.playerId()).getFighting()).isZero();
        assertThat(game.records().account(CID.playerId())).isEqualTo(cid);
    }

    /** A mine of 7 units at (2,2), beside the bio matter that a map has to have. */
    private static MapPlan mineOfSeven(Resource resource) {
        return MapPlan.of(4, 4)
                .station(0, 0)
                .mine(3, 3)
                .content(new ContentLayer(
                        MapPlan.at(tile(2, 2)), ContentKind.MINE, 1, null, resource, new UnitRange(7, 7)));
    }

    /** Different points in each category, 11,111 in all. */
    private static void withPoints(GameScenario game) {
        Given.account(game, ANN, account -> {
            account.setMining(1);
            account.setTrading(10);
            account.setTravelling(100);
            account.setFighting(1_000);
            account.setUpgrading(10_000);
        });
    }

    private static void inAll(GameScenario game, int mining, int trading, int travelling, int fighting, int upgrading) {
        Account account = game.records().account(ANN.playerId());
        assertThat(List.of(
                        account.getMining(),
                        account.getTrading(),
                        account.getTravelling(),
                        account.getFighting(),
                        account.getUpgrading()))
                .containsExactly(mining, trading, travelling, fighting, upgrading);
        assertThat(Standings.total(account)).isEqualTo(mining + trading + travelling + fighting + upgrading);
    }

    private static Account account(int number, String playerId, long balance, int... points) {
        Account account = new Account();
        account.setPlayerId(playerId);
        account.setNumber(number);
        account.setBalance(balance);
        account.setMining(points[0]);
        account.setTrading(points[1]);
        account.setTravelling(points[2]);
        account.setFighting(points[3]);
        account.setUpgrading(points[4]);
        return account;
    }
}
