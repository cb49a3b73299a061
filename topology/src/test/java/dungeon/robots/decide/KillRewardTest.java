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

import dungeon.platform.core.Principal;
import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.Outcome;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Direction;
import dungeon.schemas.Levels;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Kills;
import dungeon.schemas.state.Robot;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What destroying a robot of another player brings: credits, damage, points and loot. */
class KillRewardTest {
    private static final long HEALTH = 100_000;
    private static final long ENERGY = 5_000;
    /** A light star system in the middle of nowhere. */
    private static final Tile ARENA = tile(2, 1);

    @Test
    void eachFurtherKillOfTheSamePlayersRobotsBringsHalfRoundedDown() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB, CID);
        String killer = killer(game);
        // 50 credits and a tenth of the 350 that each victim's upgrades have cost.
        int[] rewards = {85, 42, 21, 10, 5, 2, 1, 0, 0};
        int[] points = {50, 25, 12, 6, 3, 1, 0, 0, 0};
        long balance = 500;
        int fighting = 0;
        for (int i = 0; i < rewards.length; i++) {
            balance += rewards[i];
            fighting += 10 + points[i];
            // The bonus of a kill is 1, and half of that is nothing.
            assertThat(kill(game, i, killer, victim(game, BOB, 350)))
                    .isEqualTo(destroyed(
                            game,
                            killer,
                            rewards[i],
                            balance,
                            1,
                            points[i] == 0 ? null : new Score(ScoreCategory.FIGHTING, points[i], fighting, fighting),
                            i + 1));
        }

        // Another player's robot brings all of it again, and so does the next player's first of Bob's.
        assertThat(kill(game, 20, killer, victim(game, CID, 350)))
                .isEqualTo(destroyed(game, killer, 85, balance + 85, 2, fought(50, fighting + 60), 1));
        assertThat(kill(game, 21, killer, victim(game, BOB, 350)))
                .isEqualTo(destroyed(game, killer, 0, balance + 85, 2, null, 10));
        assertThat(kill(game, 22, killer, victim(game, CID, 350)))
                .isEqualTo(destroyed(game, killer, 42, balance + 127, 2, fought(25, fighting + 60 + 10 + 35), 2));
        assertThat(game.records().account(ANN.playerId()).getKills())
                .containsExactly(new Kills(BOB.playerId(), 10), new Kills(CID.playerId(), 2));
    }

    @Test
    void killsAreCountedForThePlayerNotForTheRobotThatKills() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB, CID);
        kill(game, 0, killer(game), victim(game, BOB, 0));
        String other = killer(game);

        assertThat(kill(game, 0, other, victim(game, BOB, 0)))
                .isEqualTo(destroyed(game, other, 25, 575, 0, fought(25, 60 + 35), 2));
        // And each player has a count of its own.
        String cids = Given.robot(
                game, CID, with(levels(Upgrade.DAMAGE, 5), Upgrade.ENERGY_CAPACITY, 5), ARENA, HEALTH, 200 * ENERGY);
        Outcome outcome = game.send(CID, new AttackRobot(cids, victim(game, BOB, 0)));
        assertThat(((RobotDestroyed) outcome.events().get(1).getPayload()).getReward())
                .isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65, 128, 1_000_000})
    void afterHoweverManyKillsThereIsNothingLeftToHalve(int earlier) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        Given.account(game, ANN, account -> account.setKills(List.of(new Kills(BOB.playerId(), earlier))));
        String killer = killer(game);

        assertThat(kill(game, 0, killer, victim(game, BOB, 350)))
                .isEqualTo(destroyed(game, killer, 0, 500, 0, null, earlier + 1));
        assertThat(game.records().account(ANN.playerId()).getKills())
                .containsExactly(new Kills(BOB.playerId(), earlier + 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "8, 9", "9, 10", "10, 10"})
    void aKillGivesOneDamageForGoodAndTenAtMost(int before, int after) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String killer = killer(game);
        Given.robot(game, killer, robot -> robot.setDamageBonus(before));

        assertThat(kill(game, 0, killer, victim(game, BOB, 0)).getDamageBonus()).isEqualTo(after);

        String next = Given.robot(game, BOB, levels(Upgrade.HEALTH, 5), ARENA, 500 * HEALTH, FULL_ENERGY);
        Outcome attack = game.at(9_000).send(ANN, new AttackRobot(killer, next));
        assertThat(((RobotAttacked) attack.events().get(0).getPayload()).getDamage())
                .isEqualTo(50 + after);
    }

    @Test
    void theBonusIsHalvedAndLimitedAsTheGamesRulesHaveIt() {
        Rules rules = defaults();
        rules.setKillDamageBonus(9);
        rules.setDamageBonusMaximum(14);
        rules.setKillCredits(7);
        rules.setKillUpgradeShare(333);
        rules.setKillPoints(5);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN, BOB);
        String killer = killer(game);

        // 333 per thousand of 100 are 33.
        assertThat(kill(game, 0, killer, victim(game, BOB, 100)))
                .isEqualTo(destroyed(game, killer, 40, 540, 9, fought(5, 15), 1));
        assertThat(kill(game, 1, killer, victim(game, BOB, 100)))
                .isEqualTo(destroyed(game, killer, 20, 560, 13, fought(2, 27), 2));
        assertThat(kill(game, 2, killer, victim(game, BOB, 100)))
                .isEqualTo(destroyed(game, killer, 10, 570, 14, fought(1, 38), 3));
    }

    @ParameterizedTest
    @CsvSource({"9, 50", "10, 51", "19, 51", "99, 59", "20850, 2135"})
    void theShareOfTheVictimsUpgradesIsATenthRoundedDown(long spent, long reward) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);

        assertThat(kill(game, 0, killer(game), victim(game, BOB, spent)).getReward())
                .isEqualTo(reward);
    }

    @Test
    void whatWasSpentOnUpgradesCountsButNotWhatWasLost() {
        Rules rules = defaults();
        rules.setInitialCredits(10_000);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN, BOB);
        String killer = Given.robot(game, ANN, levels(Upgrade.DAMAGE, 5), tile(1, 0), HEALTH, FULL_ENERGY);
        String victim = game.buyRobotAt(BOB, tile(0, 0));
        // 50 + 300 + 1,500 and 200; the 50 for health are lost, because the robot is away from the station by then.
        game.send(BOB, new BuyUpgrade(victim, Upgrade.STORAGE, 3));
        game.send(BOB, new BuyUpgrade(victim, Upgrade.MINING, 1));
        game.move(BOB, victim, Direction.E);
        game.send(BOB, new BuyUpgrade(victim, Upgrade.HEALTH, 1));

        assertThat(kill(game, 0, killer, victim).getReward()).isEqualTo(50 + 205);
    }

    @ParameterizedTest
    @CsvSource({
        // storage level, mining level, held before by the destroyer; what the victim carried and what of it is taken
        "0, 5, 0,    1 2 3 4 5,      1 2 3 4 5",
        "0, 5, 5,    1 2 3 4 5,      1 2 3 4 5",
        "0, 5, 6,    1 2 3 4 5,      0 2 3 4 5",
        "0, 5, 9,    1 2 3 4 5,      0 0 2 4 5",
        "0, 5, 17,   1 2 3 4 5,      0 0 0 0 3",
        "0, 5, 20,   1 2 3 4 5,      0 0 0 0 0",
        "0, 0, 0,    1 2 3 4 5,      1 0 0 0 0",
        "0, 2, 16,   1 2 3 4 5,      0 1 3 0 0",
        "0, 3, 0,    0 0 0 0 20,     0 0 0 0 0",
        "0, 4, 0,    0 0 0 0 20,     0 0 0 0 20",
        "1, 1, 0,    60 10 0 0 0,    40 10 0 0 0",
        "5, 4, 0,    900 0 0 0 900,  100 0 0 0 900",
    })
    void lootIsTheMostValuableThatCanBeHeldAndTheRestEvaporates(
            int storage, int mining, int held, String carried, String taken) {
        Levels levels = with(levels(Upgrade.STORAGE, storage), Upgrade.MINING, mining);
        RobotDestroyed destroyed = loot(defaults(), levels, units(held), numbers(carried));

        int[] left = numbers(carried);
        for (int i = 0; i < left.length; i++) {
            left[i] -= numbers(taken)[i];
        }
        assertThat(destroyed.getLooted()).isEqualTo(units(numbers(taken)));
        assertThat(destroyed.getEvaporated()).isEqualTo(units(left));
        int[] afterwards = numbers(taken);
        afterwards[0] += held;
        assertThat(destroyed.getCargo()).isEqualTo(units(afterwards));
    }

    @ParameterizedTest
    @CsvSource({
        // prices; a victim with 10 units of each and room for 25
        "5 15 30 50 60,  0 0 5 10 10",
        "60 50 30 15 5,  10 10 5 0 0",
        "10 50 10 50 10, 0 10 0 10 5",
        // Of what is worth the same, the rarer goes first, so that the outcome is certain.
        "10 10 10 10 10, 0 0 5 10 10",
        "0 0 0 0 0,      0 0 5 10 10",
        "10 20 20 10 10, 0 10 10 0 5",
    })
    void whatIsMostValuableIsAQuestionOfTheGamesPrices(String prices, String taken) {
        Rules rules = defaults();
        rules.setStorage(List.of(25, 25, 25, 25, 25, 25));
        rules.setResourcePrice(Arrays.stream(numbers(prices)).boxed().toList());
        RobotDestroyed destroyed = loot(rules, levels(Upgrade.MINING, 5), List.of(), new int[] {10, 10, 10, 10, 10});

        assertThat(destroyed.getLooted()).isEqualTo(units(numbers(taken)));
    }

    @Test
    void lootIsAddedToWhatTheDestroyerCarries() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String killer = killer(game);
        Given.robot(game, killer, robot -> robot.setLevels(with(robot.getLevels(), Upgrade.MINING, 4)));
        Given.cargo(game, killer, units(2, 0, 3));
        String victim = victim(game, BOB, 0);
        Given.cargo(game, victim, units(1, 1, 1));

        RobotDestroyed destroyed = kill(game, 0, killer, victim);
        assertThat(destroyed.getLooted()).isEqualTo(units(1, 1, 1));
        assertThat(destroyed.getCargo()).isEqualTo(units(3, 1, 4));

        Robot after = game.records().robot(killer);
        assertThat(after.getCargo()).isEqualTo(units(3, 1, 4));
        assertThat(game.records().robot(victim).getCargo()).isEmpty();
        assertThat(game.records().robot(victim).getDestroyed()).isTrue();
    }

    private static RobotDestroyed loot(Rules rules, Levels levels, List<ResourceUnits> held, int[] carried) {
        GameScenario game = GameScenario.started(crossroads(), rules, ANN, BOB);
        String killer = Given.robot(game, ANN, with(levels, Upgrade.DAMAGE, 3), ARENA, HEALTH, FULL_ENERGY);
        Given.cargo(game, killer, held);
        String victim = Given.robot(game, BOB, ARENA);
        Given.cargo(game, victim, units(carried));
        return kill(game, 0, killer, victim);
    }

    /** A robot of Ann's that destroys robots of level 0 with one blow, and many of them. */
    private static String killer(GameScenario game) {
        Levels levels = with(levels(Upgrade.DAMAGE, 5), Upgrade.ENERGY_CAPACITY, 5);
        return Given.robot(game, ANN, levels, ARENA, 10 * HEALTH, 200 * ENERGY);
    }

    /** A robot for which so many credits of upgrades were bought. */
    private static String victim(GameScenario game, Principal owner, long upgradeCredits) {
        String victim = Given.robot(game, owner, ARENA);
        Given.robot(game, victim, robot -> robot.setUpgradeCredits(upgradeCredits));
        return victim;
    }

    private static RobotDestroyed kill(GameScenario game, int second, String killer, String victim) {
        Outcome outcome = game.at(second * 1_000L).send(ANN, new AttackRobot(killer, victim));
        assertThat(outcome.events()).hasSize(2);
        return (RobotDestroyed) outcome.events().get(1).getPayload();
    }

    /** The end of the last robot that was made. */
    private static RobotDestroyed destroyed(
            GameScenario game, String killer, long reward, long balance, int bonus, Score score, int kills) {
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(balance);
        return new RobotDestroyed(
                GameScenario.idOf((int) game.records().counters().getIds() - 1),
                DestructionCause.COMBAT,
                killer,
                reward,
                balance,
                bonus,
                List.of(),
                List.of(),
                score,
                List.of(),
                kills);
    }

    private static Score fought(int gained, int inAll) {
        return new Score(ScoreCategory.FIGHTING, gained, inAll, inAll);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
