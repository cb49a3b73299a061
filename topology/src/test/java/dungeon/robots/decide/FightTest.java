package dungeon.robots.decide;

import static dungeon.robots.Decided.by;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.idOf;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.Given.FULL_ENERGY;
import static dungeon.robots.Given.condition;
import static dungeon.robots.Given.levels;
import static dungeon.robots.Given.units;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.Outcome;
import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Direction;
import dungeon.schemas.FailureReason;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Robot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks: what they take, from whom, when they fail, and what goes with a robot that is destroyed. */
class FightTest {
    private static final long HEALTH = 100_000;
    private static final long ENERGY = 5_000;
    /** A light star system in the middle of nowhere. */
    private static final Tile ARENA = tile(2, 1);

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 1, 2", "2, 3, 8", "0, 10, 11", "5, 10, 60"})
    void theDamageIsThatOfTheLevelAndTheBonus(int level, int bonus, int damage) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, level), ARENA, 10 * HEALTH, FULL_ENERGY);
        Given.robot(game, robot, it -> it.setDamageBonus(bonus));
        String target = Given.robot(game, BOB, levels(Upgrade.HEALTH, 5), ARENA, 500 * HEALTH, FULL_ENERGY);

        game.at(3)
                .send(ANN, new AttackRobot(robot, target))
                .gives(new RobotAttacked(
                        robot,
                        target,
                        damage,
                        condition(ARENA, 10 * HEALTH, FULL_ENERGY - (level + 1) * ENERGY, 3, 1_003, 0),
                        condition(ARENA, (500 - damage) * HEALTH, FULL_ENERGY, 3, 0, 0),
                        fought(damage, damage)));
    }

    @Test
    void bothConditionsAreThoseOfTheMomentAndAnAttackHoldsNobodyUp() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(), ARENA, 8 * HEALTH + 5, 3 * ENERGY + 2);
        String target = game.spawn(BOB, levels(), condition(ARENA, 7 * HEALTH + 3, ENERGY, 0, 1_900, 0));
        game.at(100).move(BOB, target, Direction.N);
        game.at(101).move(BOB, target, Direction.S);

        // 1,237 ms at 4/5,000 away from a station, where no health comes back.
        game.at(1_237)
                .send(ANN, new AttackRobot(robot, target))
                .gives(new RobotAttacked(
                        robot,
                        target,
                        1,
                        condition(ARENA, 8 * HEALTH + 5, 2 * ENERGY + 2 + 4_948, 1_237, 2_237, 0),
                        condition(ARENA, 6 * HEALTH + 3, ENERGY + 4_948, 1_237, 1_900, 2, 1_900),
                        fought(1, 1)));

        // The target's queue is what it was: its first move runs at 1,900.
        Outcome tick = game.at(1_900).tick();
        assertThat(tick.events()).hasSize(1);
        assertThat(((RobotMoved) tick.events().get(0).getPayload()).getCondition())
                .isEqualTo(condition(tile(2, 2), 6 * HEALTH + 3, ENERGY + 7_600 - ENERGY, 1_900, 3_900, 1, 3_900));
    }

    @ParameterizedTest
    @CsvSource({
        // health before in 1/100,000, damage level; the health lost, rounded down, and what is left
        "1000000, 0, 1, 900000",
        "100001, 0, 1, 1",
        "250057, 0, 1, 150057",
        "250057, 1, 2, 50057",
    })
    void whatIsTakenIsWholeHealthAndWhatIsLeftKeepsItsFraction(long before, int level, int damage, long after) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, level), ARENA, 10 * HEALTH, FULL_ENERGY);
        String target = Given.robot(game, BOB, levels(), ARENA, before, FULL_ENERGY);

        game.send(ANN, new AttackRobot(robot, target))
                .gives(new RobotAttacked(
                        robot,
                        target,
                        damage,
                        condition(ARENA, 10 * HEALTH, FULL_ENERGY - (level + 1) * ENERGY, 0, 1_000, 0),
                        condition(ARENA, after, FULL_ENERGY, 0, 0, 0),
                        fought(damage, damage)));
        assertThat(game.records().robot(target).getDestroyed()).isFalse();
        assertThat(game.records().robot(target).getHealth()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        // health before in 1/100,000, damage level; the health lost, rounded down
        "100000, 0, 1",
        "99999, 0, 0",
        "1, 5, 0",
        "250057, 2, 2",
        "199999, 1, 1",
    })
    void theBlowThatKillsTakesNoMoreThanThereWas(long before, int level, int damage) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, level), ARENA, 10 * HEALTH, FULL_ENERGY);
        String target = Given.robot(game, BOB, levels(), ARENA, before, FULL_ENERGY);

        game.send(ANN, new AttackRobot(robot, target))
                .gives(
                        new RobotAttacked(
                                robot,
                                target,
                                damage,
                                condition(ARENA, 10 * HEALTH, FULL_ENERGY - (level + 1) * ENERGY, 0, 1_000, 0),
                                condition(ARENA, 0, FULL_ENERGY, 0, 0, 0),
                                damage == 0 ? null : fought(damage, damage)),
                        new RobotDestroyed(
                                target,
                                DestructionCause.COMBAT,
                                robot,
                                50L,
                                550L,
                                1,
                                List.of(),
                                List.of(),
                                fought(50, 50 + damage),
                                List.of(),
                                1));
    }

    @Test
    void aRobotThatRepairedItselfAtAStationIsHitWithTheHealthThatItLeftWith() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, 1), tile(1, 0), 10 * HEALTH, FULL_ENERGY);
        String target = Given.robot(game, BOB, levels(), tile(0, 0), HEALTH + 7, FULL_ENERGY);
        game.at(3_001).move(BOB, target, Direction.E);

        // 1.00007 + 3,001 ms of 0.0005 = 2.50057 when it left; the first blow leaves 0.50057, which the second takes.
        game.at(50_000)
                .send(ANN, new AttackRobot(robot, target))
                .gives(new RobotAttacked(
                        robot,
                        target,
                        2,
                        condition(tile(1, 0), 10 * HEALTH, FULL_ENERGY - 2 * ENERGY, 50_000, 51_000, 0),
                        condition(tile(1, 0), 50_057, FULL_ENERGY, 50_000, 5_001, 0),
                        fought(2, 2)));
        Outcome killed = game.at(60_000).send(ANN, new AttackRobot(robot, target));
        assertThat(((RobotAttacked) killed.events().get(0).getPayload()).getDamage())
                .isZero();
        assertThat(((RobotAttacked) killed.events().get(0).getPayload()).getScore())
                .isNull();
        assertThat(((RobotDestroyed) killed.events().get(1).getPayload()).getScore())
                .isEqualTo(fought(50, 52));
    }

    @ParameterizedTest
    @CsvSource({
        // where the attacker and the target are
        "2, 1, 3, 1, OUT_OF_RANGE",
        "2, 1, 2, 2, OUT_OF_RANGE",
        "2, 1, 4, 0, OUT_OF_RANGE",
        "0, 0, 0, 0, SAFE_ZONE",
        "4, 0, 4, 0, SAFE_ZONE",
    })
    void anAttackThatFailsCostsTheSameEnergyAndCooldown(int x, int y, int targetX, int targetY, FailureReason reason) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, 2), tile(x, y), 10 * HEALTH, FULL_ENERGY);
        String target = Given.robot(game, BOB, tile(targetX, targetY));
        Robot before = game.records().robot(target);

        game.at(12)
                .send(ANN, new AttackRobot(robot, target))
                .gives(new ActionFailed(
                        robot,
                        attacking(target),
                        reason,
                        condition(tile(x, y), 10 * HEALTH, FULL_ENERGY - 3 * ENERGY, 12, 1_012, 0)));
        assertThat(game.records().robot(target)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTargetThatIsNoMoreCannotBeHitWhereverItWas(boolean sameTile) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, sameTile ? ARENA : tile(3, 1));
        String target = Given.robot(game, BOB, ARENA);
        Given.robot(game, target, it -> it.setDestroyed(true));

        game.send(ANN, new AttackRobot(robot, target))
                .gives(new ActionFailed(
                        robot,
                        attacking(target),
                        FailureReason.TARGET_DESTROYED,
                        condition(sameTile ? ARENA : tile(3, 1), 10 * HEALTH, FULL_ENERGY - ENERGY, 0, 1_000, 0)));
    }

    @Test
    void whatIsRefusedCostsNothing() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, ARENA);
        String target = Given.robot(game, BOB, ARENA);
        Robot before = game.records().robot(robot);

        game.send(ANN, new AttackRobot(robot, idOf(99))).isRejected(RejectionCode.UNKNOWN_TARGET);
        game.send(ANN, new AttackRobot(robot, robot))
                .isRejected(RejectionCode.MALFORMED, "targetRobotId", "must be another robot than the attacker");
        game.send(ANN, new AttackRobot(target, robot)).isRejected(RejectionCode.NOT_OWNER);
        // Of both robots, the attacker is looked at first.
        game.send(ANN, new AttackRobot(idOf(98), idOf(99))).isRejected(RejectionCode.UNKNOWN_ROBOT);
        assertThat(game.records().robot(robot)).isEqualTo(before);
    }

    @Test
    void attacksWaitInTheQueueLikeOtherActionsAndItIsFullAt16() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, ARENA);
        String target = Given.robot(game, BOB, levels(Upgrade.HEALTH, 5), ARENA, 500 * HEALTH, FULL_ENERGY);
        game.send(ANN, new AttackRobot(robot, target));
        for (int place = 1; place <= 16; place++) {
            game.at(500)
                    .send(ANN, new AttackRobot(robot, target))
                    .gives(new ActionQueued(robot, attacking(target), place, time(1_000)));
        }
        game.send(ANN, new AttackRobot(robot, target)).isRejected(RejectionCode.QUEUE_FULL, "queueMaximum", "16");
        // That there is no such target comes before that the queue is full.
        game.send(ANN, new AttackRobot(robot, idOf(99))).isRejected(RejectionCode.UNKNOWN_TARGET);

        Outcome tick = game.at(3_000).tick();
        assertThat(tick.events()).hasSize(3);
        // 19 energies at 0, full at 1,250; then an attack each second and 0.8 energies between.
        assertThat(((RobotAttacked) tick.events().get(2).getPayload()).getCondition())
                .isEqualTo(condition(
                        ARENA,
                        10 * HEALTH,
                        FULL_ENERGY - ENERGY + 4_000 - ENERGY + 4_000 - ENERGY + 4_000 - ENERGY,
                        3_000,
                        4_000,
                        13,
                        4_000));
    }

    @Test
    void aQueuedAttackOnATargetThatHasMovedAwayFails() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, ARENA);
        String target = Given.robot(game, BOB, ARENA);
        game.send(ANN, new AttackRobot(robot, target));
        Outcome second = game.send(ANN, new AttackRobot(robot, target));
        second.gives(new ActionQueued(robot, attacking(target), 1, time(1_000)));
        game.at(999).move(BOB, target, Direction.N);

        game.at(1_000)
                .tick()
                .givesDecisions(by(
                        second,
                        1_000,
                        new ActionFailed(
                                robot,
                                attacking(target),
                                FailureReason.OUT_OF_RANGE,
                                condition(
                                        ARENA, 10 * HEALTH, FULL_ENERGY - ENERGY + 4_000 - ENERGY, 1_000, 2_000, 0))));
    }

    @Test
    void whoIsHitKeepsItsTurnAmongActionsOfTheSameMoment() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, ARENA);
        String first = game.spawn(BOB, levels(), condition(ARENA, 9 * HEALTH, FULL_ENERGY, 0, 1_000, 0));
        String second = game.spawn(BOB, levels(), condition(ARENA, 9 * HEALTH, FULL_ENERGY, 0, 1_000, 0));
        Outcome ofFirst = game.move(BOB, first, Direction.N);
        Outcome ofSecond = game.move(BOB, second, Direction.N);
        game.at(500).send(ANN, new AttackRobot(robot, first));

        Outcome tick = game.at(1_000).tick();

        assertThat(tick.events().stream().map(event -> event.getCommandId()))
                .containsExactly(ofFirst.commandId(), ofSecond.commandId());
    }

    @Test
    void robotsThatAttackEachOtherInTheSameMillisecondBothHitIfBothLive() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String anns = game.spawn(ANN, levels(), condition(ARENA, 2 * HEALTH, FULL_ENERGY, 0, 1_000, 0));
        String bobs = game.spawn(BOB, levels(), condition(ARENA, 2 * HEALTH, FULL_ENERGY, 0, 1_000, 0));
        Outcome annsAttack = game.send(ANN, new AttackRobot(anns, bobs));
        Outcome bobsAttack = game.send(BOB, new AttackRobot(bobs, anns));

        game.at(1_000)
                .tick()
                .givesDecisions(
                        by(
                                annsAttack,
                                1_000,
                                new RobotAttacked(
                                        anns,
                                        bobs,
                                        1,
                                        condition(ARENA, 2 * HEALTH, FULL_ENERGY - ENERGY, 1_000, 2_000, 0),
                                        condition(ARENA, HEALTH, FULL_ENERGY, 1_000, 1_000, 1, 1_000),
                                        fought(1, 1))),
                        by(
                                bobsAttack,
                                1_000,
                                new RobotAttacked(
                                        bobs,
                                        anns,
                                        1,
                                        condition(ARENA, HEALTH, FULL_ENERGY - ENERGY, 1_000, 2_000, 0),
                                        condition(ARENA, HEALTH, FULL_ENERGY - ENERGY, 1_000, 2_000, 0),
                                        fought(1, 1))));
    }

    @Test
    void ofTwoAttacksThatWouldBothKillTheOneThatWasOrderedFirstDoes() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String anns = game.spawn(ANN, levels(), condition(ARENA, HEALTH, FULL_ENERGY, 0, 1_000, 0));
        String bobs = game.spawn(BOB, levels(), condition(ARENA, HEALTH, FULL_ENERGY, 0, 1_000, 0));
        Outcome bobsAttack = game.send(BOB, new AttackRobot(bobs, anns));
        game.send(ANN, new AttackRobot(anns, bobs));

        game.at(1_000)
                .tick()
                .givesDecisions(by(
                        bobsAttack,
                        1_000,
                        new RobotAttacked(
                                bobs,
                                anns,
                                1,
                                condition(ARENA, HEALTH, FULL_ENERGY - ENERGY, 1_000, 2_000, 0),
                                condition(ARENA, 0, FULL_ENERGY, 1_000, 1_000, 1, 1_000),
                                fought(1, 1)),
                        new RobotDestroyed(
                                anns,
                                DestructionCause.COMBAT,
                                bobs,
                                50L,
                                550L,
                                1,
                                List.of(),
                                List.of(),
                                fought(50, 51),
                                List.of(),
                                1)));
        assertThat(game.records().robot(bobs).getHealth()).isEqualTo(HEALTH);
    }

    @Test
    void theQueueOfARobotDiesWithIt() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, 5), ARENA, HEALTH, FULL_ENERGY);
        String victim = Given.robot(game, BOB, tile(2, 2));
        game.move(BOB, victim, Direction.S);
        game.move(BOB, victim, Direction.W);
        game.move(BOB, victim, Direction.W);
        assertThat(game.records().timers()).hasSize(2);

        game.at(1_999).send(ANN, new AttackRobot(robot, victim));

        assertThat(game.records().timers()).hasSize(1);
        assertThat(game.records().robot(victim).getQueue()).isEmpty();
        assertThat(game.records().account(BOB.playerId()).getRobots()).isZero();
        game.at(500_000).tick().givesNothing();
        game.move(BOB, victim, Direction.W).isRejected(RejectionCode.ROBOT_DESTROYED);
    }

    @Test
    void theMiningProcessOfADestroyedRobotGoesOnAndItsUnitsEvaporate() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        Tile mine = tile(2, 3);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, 5), mine, HEALTH, FULL_ENERGY);
        String victim = Given.robot(game, BOB, mine);
        Outcome mining = game.send(BOB, new StartMining(victim, null));
        game.at(1_000).send(ANN, new AttackRobot(robot, victim));
        assertThat(game.records().robot(victim).getDestroyed()).isTrue();

        game.at(5_000)
                .tick()
                .givesDecisions(by(
                        mining,
                        5_000,
                        new ResourcesMined(victim, mine, Resource.BIO_MATTER, 0, 2, 98, List.of(), null, List.of())));
        assertThat(game.records().mine(2, 3).getRemainingUnits()).isEqualTo(98);
        assertThat(game.records().account(BOB.playerId()).getMiningProcesses()).isZero();
    }

    @Test
    void aRobotOfOnesOwnCanBeHitForNoPoints() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, ARENA);
        String own = Given.robot(game, ANN, ARENA);

        game.send(ANN, new AttackRobot(robot, own))
                .gives(new RobotAttacked(
                        robot,
                        own,
                        1,
                        condition(ARENA, 10 * HEALTH, FULL_ENERGY - ENERGY, 0, 1_000, 0),
                        condition(ARENA, 9 * HEALTH, FULL_ENERGY, 0, 0, 0),
                        null));
    }

    @Test
    void destroyingOnesOwnRobotCosts25PointsGivesNothingAndItsCargoEvaporates() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, 3), ARENA, 10 * HEALTH, FULL_ENERGY);
        String own = Given.robot(game, ANN, ARENA);
        Given.cargo(game, own, units(3, 0, 0, 0, 1));
        Given.robot(game, own, it -> it.setUpgradeCredits(1_000));

        game.send(ANN, new AttackRobot(robot, own))
                .gives(
                        new RobotAttacked(
                                robot,
                                own,
                                10,
                                condition(ARENA, 10 * HEALTH, FULL_ENERGY - 4 * ENERGY, 0, 1_000, 0),
                                condition(ARENA, 0, FULL_ENERGY, 0, 0, 0),
                                null),
                        new RobotDestroyed(
                                own,
                                DestructionCause.COMBAT,
                                robot,
                                0L,
                                null,
                                null,
                                List.of(),
                                units(3, 0, 0, 0, 1),
                                fought(-25, -25),
                                null,
                                null));

        assertThat(game.records().robot(own).getDestroyed()).isTrue();
        assertThat(game.records().robot(own).getCargo()).isEmpty();
        assertThat(game.records().robot(robot).getCargo()).isEmpty();
        assertThat(game.records().robot(robot).getDamageBonus()).isZero();
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(500);
        assertThat(game.records().account(ANN.playerId()).getRobots()).isEqualTo(1);
        assertThat(game.records().account(ANN.playerId()).getFighting()).isEqualTo(-25);
        assertThat(game.records().account(ANN.playerId()).getKills()).isEmpty();
    }

    @Test
    void whatFightsCostAndGiveIsInTheGamesRules() {
        Rules rules = defaults();
        rules.setDamage(List.of(4, 5, 5, 5, 5, 5));
        rules.setAttackEnergy(List.of(7, 5, 5, 5, 5, 5));
        rules.setAttackCooldownMs(345);
        rules.setDamagePoints(3);
        rules.setOwnRobotPenaltyPoints(0);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN, BOB);
        String robot = Given.robot(game, ANN, ARENA);
        String target = Given.robot(game, BOB, ARENA);
        String own = Given.robot(game, ANN, levels(), ARENA, HEALTH, FULL_ENERGY);

        game.send(ANN, new AttackRobot(robot, target))
                .gives(new RobotAttacked(
                        robot,
                        target,
                        4,
                        condition(ARENA, 10 * HEALTH, FULL_ENERGY - 7 * ENERGY, 0, 345, 0),
                        condition(ARENA, 6 * HEALTH, FULL_ENERGY, 0, 0, 0),
                        fought(12, 12)));
        // Nothing lost, no score.
        Outcome outcome = game.at(345).send(ANN, new AttackRobot(robot, own));
        assertThat(((RobotDestroyed) outcome.events().get(1).getPayload()).getScore())
                .isNull();
    }

    @Test
    void timeOfAnAttackIsThatOfItsDecision() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, ARENA);
        String target = Given.robot(game, BOB, ARENA);

        Outcome outcome = game.at(77).send(ANN, new AttackRobot(robot, target));

        assertThat(outcome.events().get(0).getTime()).isEqualTo(time(77));
        assertThat(game.records().robot(target).getAsOfMs()).isEqualTo(GameScenario.START_MS + 77);
    }

    private static Action attacking(String target) {
        return new Action(ActionType.AttackRobot, null, target, null);
    }

    private static Score fought(int gained, int inAll) {
        return new Score(ScoreCategory.FIGHTING, gained, inAll, inAll);
    }
}
