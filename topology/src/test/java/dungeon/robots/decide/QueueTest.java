package dungeon.robots.decide;

import static dungeon.robots.Decided.by;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
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
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Direction;
import dungeon.schemas.FailureReason;
import dungeon.schemas.Gravity;
import dungeon.schemas.Levels;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTest {
    private static final long FULL = 20 * 5000;
    private static final Levels LEVEL_0 = new Levels(0, 0, 0, 0, 0, 0, 0, 0);

    @Test
    void actionsRunInOrderOneCooldownAfterTheOther() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        Outcome first = game.at(0).move(ANN, robot, Direction.E);
        Outcome second = game.at(1).move(ANN, robot, Direction.E);
        Outcome third = game.at(2).move(ANN, robot, Direction.E);

        first.gives(new RobotMoved(
                robot, tile(0, 0), condition(tile(1, 0), FULL - 10_000, 0, 2_000, 0), travelled(2, 2), null));
        second.gives(new ActionQueued(robot, moving(Direction.E), 1, time(2_000)));
        third.gives(new ActionQueued(robot, moving(Direction.E), 2, time(2_000)));
        // 18 + 1.6 - 1 = 18.6 at 2000; 18.6 + 1.6 = 20, less 1, at 4000.
        game.at(100_000)
                .tick()
                .givesDecisions(
                        by(
                                second,
                                2_000,
                                new RobotMoved(
                                        robot,
                                        tile(1, 0),
                                        condition(tile(2, 0), 93_000, 2_000, 4_000, 1, 4_000),
                                        travelled(1, 3),
                                        null)),
                        by(
                                third,
                                4_000,
                                new RobotMoved(
                                        robot,
                                        tile(2, 0),
                                        condition(tile(3, 0), 95_000, 4_000, 6_000, 0),
                                        travelled(1, 4),
                                        null)));
        assertThat(game.records().robot(robot).getQueue()).isEmpty();
        assertThat(game.records().robot(robot).getRunsAtMs()).isNull();
        assertThat(game.records().timers()).hasSize(1);
    }

    @Test
    void aQueueTakes16ActionsAndNotThe17th() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);

        for (int place = 1; place <= 16; place++) {
            game.move(ANN, robot, Direction.N).gives(new ActionQueued(robot, moving(Direction.N), place, time(2_000)));
        }
        game.move(ANN, robot, Direction.N).isRejected(RejectionCode.QUEUE_FULL, "queueMaximum", "16");
        assertThat(game.records().robot(robot).getQueue()).hasSize(16);

        // One has run: one place is free, the last.
        game.at(2_000).tick();
        game.at(2_000)
                .move(ANN, robot, Direction.S)
                .gives(new ActionQueued(robot, moving(Direction.S), 16, time(4_000)));
        game.at(2_000).move(ANN, robot, Direction.S).isRejected(RejectionCode.QUEUE_FULL, "queueMaximum", "16");
    }

    @Test
    void theQueueOfOneRobotIsNotThatOfAnother() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String first = game.buyRobot(ANN);
        String second = game.buyRobot(ANN);
        game.move(ANN, first, Direction.E);
        game.move(ANN, first, Direction.E);

        game.move(ANN, second, Direction.E)
                .gives(new RobotMoved(
                        second, tile(0, 0), condition(tile(1, 0), FULL - 10_000, 0, 2_000, 0), null, null));
    }

    @Test
    void aCommandNeverOvertakesTheQueueEvenIfTheRobotIsReadyForIt() {
        Rules rules = defaults();
        rules.setMoveEnergy(List.of(0, 20, 20));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        Outcome waiting = game.at(2_000).move(ANN, robot, Direction.N);
        waiting.gives(new ActionQueued(robot, moving(Direction.N), 1, time(25_000)));

        // East is for free and the cooldown is over, but north waits for 20 energies, which takes 25 s.
        Outcome free = game.at(3_000).move(ANN, robot, Direction.E);
        free.gives(new ActionQueued(robot, moving(Direction.E), 2, time(25_000)));
        game.at(24_999).tick().givesNothing();
        game.at(27_000)
                .tick()
                .givesDecisions(
                        by(
                                waiting,
                                25_000,
                                new RobotMoved(
                                        robot,
                                        tile(1, 0),
                                        condition(tile(1, 1), 0, 25_000, 27_000, 1, 27_000),
                                        travelled(3, 5),
                                        null)),
                        by(
                                free,
                                27_000,
                                new RobotMoved(
                                        robot,
                                        tile(1, 1),
                                        condition(tile(2, 1), 2_000 * 4, 27_000, 29_000, 0),
                                        travelled(1, 6),
                                        null)));
    }

    @Test
    void theHeadWaitsForEnergyToTheMillisecond() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        // 1/5000 is missing for 2 energies, away from a station: 4/5000 come in a ms.
        String robot = game.spawn(ANN, LEVEL_0, condition(tile(2, 0), 10_000 - 1, 0, 0, 0));
        Outcome waiting = game.move(ANN, robot, Direction.W);
        waiting.gives(new ActionQueued(robot, moving(Direction.W), 1, time(1)));

        game.at(1)
                .tick()
                .givesDecisions(by(
                        waiting,
                        1,
                        new RobotMoved(
                                robot, tile(2, 0), condition(tile(1, 0), 3, 1, 2_001, 0), travelled(2, 2), null)));
    }

    @Test
    void waitingEndsAtTheLaterOfCooldownAndEnergy() {
        for (long energy : new long[] {0, 1, 4_999, 5_000, 9_997, 9_999, 10_000, 10_001}) {
            for (long readyAt : new long[] {0, 1, 1_249, 1_250, 1_251, 2_499, 2_500, 2_501, 7_777}) {
                for (int perMs : new int[] {4, 8}) {
                    long enough = 0;
                    while (energy + enough * perMs < 10_000) {
                        enough++;
                    }
                    runsAtExactly(Math.max(enough, readyAt), energy, readyAt, perMs);
                }
            }
        }
    }

    /** A robot with a rate of 4 (or 8, at a station) moves east into medium gravity. */
    private static void runsAtExactly(long dueMs, long energy, long readyAtMs, int perMs) {
        MapPlan map = MapPlan.of(4, 3)
                .gravity(Gravity.MEDIUM, tile(1, 0), tile(1, 2))
                .station(0, 0)
                .mine(3, 2);
        GameScenario game = GameScenario.started(map, ANN);
        int y = perMs == 8 ? 0 : 2;
        String robot = game.spawn(ANN, LEVEL_0, condition(tile(0, y), energy, 0, readyAtMs, 0));
        Outcome order = game.move(ANN, robot, Direction.E);
        RobotMoved moved = new RobotMoved(
                robot,
                tile(0, y),
                condition(tile(1, y), Math.min(FULL, energy + dueMs * perMs) - 10_000, dueMs, dueMs + 2_000, 0),
                travelled(2, 2),
                null);
        if (dueMs == 0) {
            order.gives(moved);
            return;
        }
        order.gives(new ActionQueued(robot, moving(Direction.E), 1, time(dueMs)));
        game.at(dueMs - 1).tick().givesNothing();
        game.at(dueMs).tick().givesDecisions(by(order, dueMs, moved));
    }

    @Test
    void anActionIsJudgedWhenItRunsNotWhenItWasSent() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        // South is over the edge now; from (1,1) it is not. North is a void now; from (1,0) it is intense.
        game.at(0).move(ANN, robot, Direction.E);
        Outcome north = game.at(0).move(ANN, robot, Direction.N);
        Outcome south = game.at(0).move(ANN, robot, Direction.S);
        Outcome edge = game.at(0).move(ANN, robot, Direction.S);
        // 18 + 1.6 - 3 = 16.6 at 2000; + 1.6 - 2 = 16.2 at 4000; + 1.6 = 17.8 at 6000, no energy for the edge.
        game.at(6_000)
                .tick()
                .givesDecisions(
                        by(
                                north,
                                2_000,
                                new RobotMoved(
                                        robot,
                                        tile(1, 0),
                                        condition(tile(1, 1), 83_000, 2_000, 4_000, 2, 4_000),
                                        travelled(3, 5),
                                        null)),
                        by(
                                south,
                                4_000,
                                new RobotMoved(
                                        robot,
                                        tile(1, 1),
                                        condition(tile(1, 0), 81_000, 4_000, 6_000, 1, 6_000),
                                        null,
                                        null)),
                        by(
                                edge,
                                6_000,
                                new ActionFailed(
                                        robot,
                                        moving(Direction.S),
                                        FailureReason.EDGE,
                                        condition(tile(1, 0), 89_000, 6_000, 8_000, 0))));
    }

    @Test
    void afterAFailureTheRestOfTheQueueGoesOn() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.W);
        Outcome fails = game.move(ANN, robot, Direction.N);
        Outcome works = game.move(ANN, robot, Direction.E);

        game.at(4_000)
                .tick()
                .givesDecisions(
                        by(
                                fails,
                                2_000,
                                new ActionFailed(
                                        robot,
                                        moving(Direction.N),
                                        FailureReason.VOID,
                                        condition(tile(0, 0), FULL, 2_000, 4_000, 1, 4_000))),
                        by(
                                works,
                                4_000,
                                new RobotMoved(
                                        robot,
                                        tile(0, 0),
                                        condition(tile(1, 0), FULL - 10_000, 4_000, 6_000, 0),
                                        travelled(2, 2),
                                        null)));
    }

    @Test
    void clearQueueDropsWhatWaitsAndTheTimerWithIt() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        game.move(ANN, robot, Direction.E);
        game.move(ANN, robot, Direction.E);
        assertThat(game.records().timers()).hasSize(2);

        game.at(1_999).clearQueue(ANN, robot).gives(new QueueCleared(robot, 2));

        assertThat(game.records().timers()).hasSize(1);
        assertThat(game.records().robot(robot).getQueue()).isEmpty();
        game.at(50_000).tick().givesNothing();
        // It costs nothing: the cooldown is the move's, and energy went on regenerating.
        game.at(50_000)
                .move(ANN, robot, Direction.W)
                .gives(new RobotMoved(
                        robot, tile(1, 0), condition(tile(0, 0), FULL - 5_000, 50_000, 52_000, 0), null, null));
    }

    @Test
    void clearQueueDropsNothingWhereNothingWaits() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);

        game.clearQueue(ANN, robot).gives(new QueueCleared(robot, 0));
    }

    @Test
    void anOrderAfterClearQueueHasTheFirstPlaceAndTheTimeOfTheCooldown() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        game.move(ANN, robot, Direction.N);
        game.at(500).clearQueue(ANN, robot);

        Outcome order = game.at(600).move(ANN, robot, Direction.E);
        order.gives(new ActionQueued(robot, moving(Direction.E), 1, time(2_000)));
        game.at(2_000)
                .tick()
                .givesDecisions(by(
                        order,
                        2_000,
                        new RobotMoved(
                                robot,
                                tile(1, 0),
                                condition(tile(2, 0), 93_000, 2_000, 4_000, 0),
                                travelled(1, 3),
                                null)));
    }

    @Test
    void clearQueueAtTheMomentWhenAnActionIsDueComesTooLateForIt() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        Outcome order = game.move(ANN, robot, Direction.E);
        Outcome dropped = game.move(ANN, robot, Direction.E);
        dropped.gives(new ActionQueued(robot, moving(Direction.E), 2, time(2_000)));

        Outcome cleared = game.at(2_000).clearQueue(ANN, robot);
        cleared.givesDecisions(
                by(
                        order,
                        2_000,
                        new RobotMoved(
                                robot,
                                tile(1, 0),
                                condition(tile(2, 0), 93_000, 2_000, 4_000, 1, 4_000),
                                travelled(1, 3),
                                null)),
                by(cleared, 2_000, new QueueCleared(robot, 1)));
    }

    @Test
    void aRobotDestroyedInTheMiddleOfItsQueueDoesNothingMore() {
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(1000), ANN, BOB);
        String robot = game.buyRobotAt(ANN, tile(4, 0));
        game.move(ANN, robot, Direction.W);
        Outcome fatal = game.move(ANN, robot, Direction.NE);
        game.move(ANN, robot, Direction.W);
        game.move(ANN, robot, Direction.W);
        assertThat(game.records().timers()).hasSize(2);

        game.at(500_000)
                .tick()
                .givesDecisions(by(
                        fatal,
                        2_000,
                        new RobotMoved(
                                robot,
                                tile(3, 0),
                                condition(tile(4, 1), FULL - 5_000, 2_000, 4_000, 2, 4_000),
                                travelled(1, 2),
                                1_000_001L),
                        swallowed(robot)));
        assertThat(game.records().timers()).hasSize(1);
        assertThat(game.records().account(ANN.playerId()).getRobots()).isZero();
        assertThat(game.records().robot(robot).getQueue()).isEmpty();

        game.move(ANN, robot, Direction.W).isRejected(RejectionCode.ROBOT_DESTROYED);
        game.clearQueue(ANN, robot).isRejected(RejectionCode.ROBOT_DESTROYED);
        game.move(BOB, robot, Direction.W).isRejected(RejectionCode.NOT_OWNER);
    }

    @Test
    void ordersThatWaitAreForTheirOwnRobotsOwnerOnly() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        game.move(ANN, robot, Direction.E);

        game.send(BOB, new ClearQueue(robot)).isRejected(RejectionCode.NOT_OWNER);
        assertThat(game.records().robot(robot).getQueue()).hasSize(1);
    }

    @Test
    void twoActionsUnderOneCommandIdBothRunEvenAtTheSameMoment() {
        // An id is free again after five minutes, and a robot can wait longer than that for energy. Without a cooldown
        // the
        // two actions are due at the same moment, so nothing but their order tells them apart.
        Rules rules = defaults();
        rules.setMoveCooldownMs(0);
        rules.setMoveEnergy(List.of(100, 100, 100));
        rules.setEnergyCapacity(List.of(100, 100, 100, 100, 100, 100));
        rules.setEnergyRegeneration(List.of(1, 1, 1, 1, 1, 1));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(tile(2, 0), 0, 0, 0, 0));
        Command east = game.command(ANN, GameScenario.move(robot, Direction.E));
        Outcome first = game.send(ANN, east);
        first.gives(new ActionQueued(robot, moving(Direction.E), 1, time(500_000)));
        game.at(300_001);
        Command south = game.command(ANN, GameScenario.move(robot, Direction.S));
        south.setCommandId(east.getCommandId());
        Outcome second = game.send(ANN, south);
        second.gives(new ActionQueued(robot, moving(Direction.S), 2, time(500_000)));

        game.at(500_000)
                .tick()
                .givesDecisions(
                        by(
                                first,
                                500_000,
                                new RobotMoved(
                                        robot,
                                        tile(2, 0),
                                        condition(tile(3, 0), 0, 500_000, 500_000, 1, 500_000),
                                        travelled(1, 1),
                                        null)),
                        by(
                                second,
                                500_000,
                                new ActionFailed(
                                        robot,
                                        moving(Direction.S),
                                        FailureReason.EDGE,
                                        condition(tile(3, 0), 0, 500_000, 500_000, 0))));
    }

    private static RobotDestroyed swallowed(String robot) {
        return new RobotDestroyed(
                robot, DestructionCause.BLACK_HOLE, null, 0L, null, null, List.of(), List.of(), null, null, null);
    }

    private static Action moving(Direction direction) {
        return new Action(ActionType.MoveRobot, direction, null, null);
    }

    private static Score travelled(int gained, int inAll) {
        return new Score(ScoreCategory.TRAVELLING, gained, inAll, inAll);
    }
}
