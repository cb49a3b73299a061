package dungeon.robots.decide;

import static dungeon.robots.Decided.by;
import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.GAME;
import static dungeon.robots.GameScenario.defaults;
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
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.SellResources;
import dungeon.schemas.Standing;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.Upgrade;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A participant with no robot, no running mining process and too little credit for a robot is eliminated. */
class EliminationTest {
    private static final long HEALTH = 100_000;
    private static final long ENERGY = 5_000;
    /** A light star system in the middle of nowhere. */
    private static final Tile ARENA = tile(2, 1);

    @ParameterizedTest
    @CsvSource({"0, true", "99, true", "100, false", "500, false"})
    void aPlayerWhoLosesTheLastRobotInAFightIsOutIfThereIsNoCreditForAnother(long credits, boolean out) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String killer = killer(game);
        String victim = Given.robot(game, BOB, ARENA);
        Given.balance(game, BOB, credits);

        Outcome outcome = game.at(70).send(ANN, new AttackRobot(killer, victim));

        assertThat(outcome.events()).hasSize(out ? 3 : 2);
        assertThat(outcome.events().get(1).getPayload()).isInstanceOf(RobotDestroyed.class);
        assertThat(outcome.events().get(1).getPlayerId()).isEqualTo(ANN.playerId());
        if (out) {
            // It is about Bob, and it is Ann's command that led to it.
            assertThat(outcome.events().get(2))
                    .isEqualTo(new Event(
                            GAME,
                            outcome.firstSequence() + 2,
                            time(70),
                            outcome.commandId(),
                            BOB.playerId(),
                            0,
                            new PlayerEliminated()));
        }
        assertThat(outcome.events().stream().map(Event::getRemaining))
                .isEqualTo(out ? List.of(2, 1, 0) : List.of(1, 0));
        assertThat(game.records().account(BOB.playerId()).getEliminated()).isEqualTo(out);
        assertThat(game.records().account(ANN.playerId()).getEliminated()).isFalse();
    }

    @Test
    void aQueuedAttackEliminatesUnderTheCommandThatOrderedIt() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String killer = game.spawn(ANN, levels(Upgrade.DAMAGE, 5), condition(ARENA, HEALTH, FULL_ENERGY, 0, 1_000, 0));
        String victim = Given.robot(game, BOB, ARENA);
        Given.balance(game, BOB, 99);
        Outcome order = game.send(ANN, new AttackRobot(killer, victim));

        Outcome tick = game.at(5_000).tick();

        assertThat(tick.events()).hasSize(3);
        Event last = tick.events().get(2);
        assertThat(last.getPayload()).isEqualTo(new PlayerEliminated());
        assertThat(last.getPlayerId()).isEqualTo(BOB.playerId());
        assertThat(last.getCommandId()).isEqualTo(order.commandId());
        assertThat(last.getTime()).isEqualTo(time(1_000));
    }

    @ParameterizedTest
    @CsvSource({"199, true", "200, false"})
    void aBlackHoleEliminatesToo(long credits, boolean out) {
        Rules rules = defaults();
        rules.setInitialCredits(credits);
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(1000), rules, ANN);
        String robot = game.buyRobotAt(ANN, tile(4, 0));

        Outcome outcome = game.at(5).move(ANN, robot, Direction.N);

        RobotMoved moved = new RobotMoved(
                robot,
                tile(4, 0),
                condition(tile(4, 1), 10 * HEALTH, FULL_ENERGY - ENERGY, 5, 2_005, 0),
                new Score(ScoreCategory.TRAVELLING, 1, 1, 1),
                1_000_001L);
        RobotDestroyed swallowed = new RobotDestroyed(
                robot, DestructionCause.BLACK_HOLE, null, 0L, null, null, List.of(), List.of(), null, null, null);
        if (out) {
            outcome.gives(moved, swallowed, new PlayerEliminated());
        } else {
            outcome.gives(moved, swallowed);
        }
    }

    @Test
    void whatARobotCarriedIntoABlackHoleEvaporates() {
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(1000), ANN);
        String robot = game.buyRobotAt(ANN, tile(4, 0));
        Given.cargo(game, robot, units(4, 0, 1));

        Outcome outcome = game.move(ANN, robot, Direction.N);

        RobotDestroyed destroyed = (RobotDestroyed) outcome.events().get(1).getPayload();
        assertThat(destroyed.getEvaporated()).isEqualTo(units(4, 0, 1));
        assertThat(destroyed.getLooted()).isEmpty();
        assertThat(game.records().robot(robot).getCargo()).isEmpty();
    }

    @Test
    void aPlayerWithAnotherRobotIsNotOut() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String killer = killer(game);
        String first = Given.robot(game, BOB, ARENA);
        String second = Given.robot(game, BOB, ARENA);
        Given.balance(game, BOB, 0);

        assertThat(game.send(ANN, new AttackRobot(killer, first)).events()).hasSize(2);
        assertThat(game.at(1_000).send(ANN, new AttackRobot(killer, second)).events())
                .hasSize(3);
    }

    @Test
    void theEndOfTheLastMiningProcessEliminatesWhoeverHasNothingElse() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String killer = killer(game);
        String first = Given.robot(game, BOB, ARENA);
        String second = Given.robot(game, BOB, ARENA);
        Given.balance(game, BOB, 0);
        Tile mine = tile(2, 3);
        Outcome ofFirst = game.at(10).send(BOB, new StartMining(first, mine));
        Outcome ofSecond = game.at(20).send(BOB, new StartMining(second, mine));

        assertThat(game.at(100).send(ANN, new AttackRobot(killer, first)).events())
                .hasSize(2);
        assertThat(game.at(1_100).send(ANN, new AttackRobot(killer, second)).events())
                .hasSize(2);
        assertThat(game.records().account(BOB.playerId()).getEliminated()).isFalse();

        game.at(9_000)
                .tick()
                .givesDecisions(
                        by(ofFirst, 5_010, mined(first, mine, 98)),
                        by(ofSecond, 5_020, mined(second, mine, 96), new PlayerEliminated()));
    }

    @Test
    void theEndOfAMineComesBeforeTheEndOfThePlayer() {
        MapPlan map = MapPlan.of(5, 4)
                .station(0, 0)
                .content(new ContentLayer(
                        MapPlan.at(tile(2, 3)), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(2, 2)));
        GameScenario game = GameScenario.started(map, ANN, BOB);
        String killer = killer(game);
        String victim = Given.robot(game, BOB, ARENA);
        Given.balance(game, BOB, 99);
        Outcome mining = game.send(BOB, new StartMining(victim, tile(2, 3)));
        game.send(ANN, new AttackRobot(killer, victim));

        game.at(5_000)
                .tick()
                .givesDecisions(by(
                        mining,
                        5_000,
                        mined(victim, tile(2, 3), 0),
                        new MineDepleted(tile(2, 3), Resource.BIO_MATTER),
                        new PlayerEliminated()));
    }

    @Test
    void whoBoughtARobotMeanwhileIsNotOutWhenTheMiningProcessEnds() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String killer = killer(game);
        String victim = Given.robot(game, BOB, ARENA);
        Given.balance(game, BOB, 100);
        game.send(BOB, new StartMining(victim, tile(2, 3)));
        game.send(ANN, new AttackRobot(killer, victim));
        game.buyRobot(BOB);

        assertThat(game.at(5_000).tick().events()).hasSize(1);
        assertThat(game.records().account(BOB.playerId()).getEliminated()).isFalse();
    }

    @Test
    void nobodyIsOutForDestroyingARobotOfTheirOwn() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String killer = killer(game);
        String own = Given.robot(game, ANN, ARENA);
        Given.balance(game, ANN, 0);

        assertThat(game.send(ANN, new AttackRobot(killer, own)).events()).hasSize(2);
    }

    @Test
    void nobodyIsOutTwice() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String killer = killer(game);
        String victim = Given.robot(game, BOB, ARENA);
        Given.account(game, BOB, account -> {
            account.setBalance(0L);
            account.setEliminated(true);
        });

        assertThat(game.send(ANN, new AttackRobot(killer, victim)).events()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"249, true", "250, false"})
    void thePriceOfARobotIsThatOfTheGamesRules(long credits, boolean out) {
        Rules rules = defaults();
        rules.setRobotPrice(250);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN, BOB);
        String killer = killer(game);
        String victim = Given.robot(game, BOB, ARENA);
        Given.balance(game, BOB, credits);

        assertThat(game.send(ANN, new AttackRobot(killer, victim)).events()).hasSize(out ? 3 : 2);
    }

    static Stream<SpecificRecord> orders() {
        String robot = GameScenario.idOf(1);
        return Stream.of(
                new MoveRobot(robot, Direction.N),
                new AttackRobot(robot, GameScenario.idOf(0)),
                new StartMining(robot, null),
                new SellResources(robot),
                new ClearQueue(robot),
                new BuyRobots(1, null),
                new BuyUpgrade(robot, Upgrade.STORAGE, 1));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whoIsOutGivesNoMoreOrders(SpecificRecord order) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        eliminateBob(game);

        game.at(1).send(BOB, order).isRejected(RejectionCode.ELIMINATED);
    }

    @Test
    void whoIsOutDoesNotJoinAgain() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        eliminateBob(game);

        game.send(BOB, new JoinGame("Bob")).isRejected(RejectionCode.ALREADY_JOINED);
    }

    @Test
    void theScoreOfWhoIsOutStaysAndIsRanked() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        Given.account(game, BOB, account -> {
            account.setMining(1_000);
            account.setTravelling(3);
        });
        eliminateBob(game);

        GameEnded ended = (GameEnded)
                game.send(ADMINISTRATOR, new EndGame()).events().get(0).getPayload();

        assertThat(ended.getStandings())
                .containsExactly(
                        new Standing(BOB.playerId(), 1, 1_003, 1_000, 0, 3, 0, 0, 99L),
                        new Standing(ANN.playerId(), 2, 60, 0, 0, 0, 60, 0, 550L));
    }

    /** Ann's robot is number 0, Bob's number 1. */
    private static void eliminateBob(GameScenario game) {
        String killer = killer(game);
        String victim = Given.robot(game, BOB, ARENA);
        Given.balance(game, BOB, 99);
        game.send(ANN, new AttackRobot(killer, victim));
        assertThat(game.records().account(BOB.playerId()).getEliminated()).isTrue();
    }

    private static String killer(GameScenario game) {
        return Given.robot(game, ANN, levels(Upgrade.DAMAGE, 5), ARENA, 10 * HEALTH, FULL_ENERGY);
    }

    private static ResourcesMined mined(String robot, Tile mine, int left) {
        return new ResourcesMined(robot, mine, Resource.BIO_MATTER, 0, 2, left, List.of(), null, List.of());
    }
}
