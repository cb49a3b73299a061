package dungeon.robots.decide;

import static dungeon.robots.Decided.by;
import static dungeon.robots.Decided.byTimer;
import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.DURATION_MS;
import static dungeon.robots.GameScenario.GAME;
import static dungeon.robots.GameScenario.START_MS;
import static dungeon.robots.GameScenario.condition;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.core.CommandHandler;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryIdempotency;
import dungeon.platform.core.Principal;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.core.timers.DueTimer;
import dungeon.robots.Decided;
import dungeon.robots.GameScenario;
import dungeon.robots.Outcome;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.robots.state.RobotsTimers;
import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.FailureReason;
import dungeon.schemas.GameEnded;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Rules;
import dungeon.schemas.Standing;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TimerTest {
    private static final long FULL = 20 * 5000;
    private static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @Test
    void aCommandThatIsStampedEarlierThanTheLastOneIsDecidedAtTheTimeOfThat() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String early = game.buyRobot(ANN);
        String late = game.buyRobot(ANN);
        game.at(500).move(ANN, late, Direction.W);
        game.at(400).move(ANN, early, Direction.W);
        Outcome lateOrder = game.at(600).move(ANN, late, Direction.W);
        Outcome earlyOrder = game.at(600).move(ANN, early, Direction.W);

        // The command at 400 comes after that at 500, so it is decided at 500 as well: time does not go back.
        game.at(9_000)
                .tick()
                .givesDecisions(
                        by(lateOrder, 2_500, failed(late, Direction.W, 2_500)),
                        by(earlyOrder, 2_500, failed(early, Direction.W, 2_500)));
    }

    @Test
    void theEarlierDueTimeGoesFirstThoughItWasSetLater() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String first = game.buyRobot(ANN);
        String second = game.buyRobot(ANN);
        game.at(400).move(ANN, first, Direction.W);
        game.at(500).move(ANN, second, Direction.W);
        Outcome ofSecond = game.at(600).move(ANN, second, Direction.W);
        Outcome ofFirst = game.at(700).move(ANN, first, Direction.W);

        game.at(9_000)
                .tick()
                .givesDecisions(
                        by(ofFirst, 2_400, failed(first, Direction.W, 2_400)),
                        by(ofSecond, 2_500, failed(second, Direction.W, 2_500)));
    }

    @Test
    void timersOfTheSameMomentFireInTheOrderOfTheirSetting() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        List<String> robots = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            robots.add(game.buyRobot(ANN));
            game.move(ANN, robots.get(i), Direction.W);
        }
        int[] order = {3, 0, 4, 1, 2};
        List<Decided> expected = new ArrayList<>();
        for (int i : order) {
            expected.add(
                    by(game.move(ANN, robots.get(i), Direction.W), 2_000, failed(robots.get(i), Direction.W, 2_000)));
        }

        game.at(2_000).tick().givesDecisions(expected.toArray(Decided[]::new));
    }

    @Test
    void dueTimersFireBeforeTheCommandAndAtTheirOwnTimes() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.W);
        Outcome queued = game.move(ANN, robot, Direction.S);

        Outcome order = game.at(3_999).move(ANN, robot, Direction.E);
        order.givesDecisions(
                by(queued, 2_000, failed(robot, Direction.S, 2_000)),
                by(order, 3_999, new ActionQueued(robot, moving(Direction.E), 1, time(4_000))));
    }

    @Test
    void aTimerThatIsDueAtTheTimeOfACommandFiresBeforeIt() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.W);
        Outcome queued = game.move(ANN, robot, Direction.S);

        Outcome order = game.at(2_000).move(ANN, robot, Direction.E);
        order.givesDecisions(
                by(queued, 2_000, failed(robot, Direction.S, 2_000)),
                by(order, 2_000, new ActionQueued(robot, moving(Direction.E), 1, time(4_000))));
    }

    @Test
    void timersFireBeforeCommandsThatAreRefusedOrRepeatedToo() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.W);
        var command = game.command(ANN, GameScenario.move(robot, Direction.S));
        Outcome queued = game.send(ANN, command);

        game.at(2_000).send(ANN, command).givesDecisions(by(queued, 2_000, failed(robot, Direction.S, 2_000)));

        Outcome again = game.move(ANN, robot, Direction.S);
        Outcome refused = game.at(4_000).send(GameScenario.NOBODY, new BuyRobots(1, null));
        assertThat(refused.events()).hasSize(2);
        assertThat(refused.events().get(0).getPayload()).isEqualTo(failed(robot, Direction.S, 4_000));
        assertThat(refused.events().get(0).getCommandId()).isEqualTo(again.commandId());
        refused.givesRejectionLast(RejectionCode.UNAUTHENTICATED);
    }

    @Test
    void aTickFiresAtMost500TimersAndACommandAll() {
        GameScenario game = withWaitingRobots(1_100);

        assertThat(game.at(2_000).tick().events()).hasSize(500);
        Outcome second = game.tick();
        assertThat(second.events()).hasSize(500);
        assertThat(second.firstSequence()).isEqualTo(game.events().size() - 500 + 1);
        assertThat(game.tick().events()).hasSize(100);
        game.tick().givesNothing();

        GameScenario other = withWaitingRobots(1_100);
        List<Event> events =
                other.at(2_000).send(ADMINISTRATOR, new StartGame()).events();
        assertThat(events).hasSize(1_101);
        assertThat(events.get(1_100).getPayload()).isInstanceOf(CommandRejected.class);
        assertThat(events.subList(0, 1_100)).isEqualTo(firedOneByOne(withWaitingRobots(1_100)));
    }

    @Test
    void aTickCarriesNothingAndMayComeFromAnybodyAtAnyTime() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        var late = game.command(GameScenario.NOBODY, new Tick());
        late.setIssuedAt(GameScenario.time(-DURATION_MS));
        late.setCommandId("no id");

        long before = game.records().progress().getSequence();
        game.at(5_000).send(GameScenario.NOBODY, late).givesNothing();
        game.tick().givesNothing();
        assertThat(game.records().progress().getSequence()).isEqualTo(before);
        GameScenario.empty().tick().givesNothing();
    }

    @Test
    void afterTheEndOnlyTheTimerOfThePurgeIsLeft() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.W);
        game.move(ANN, robot, Direction.W);
        assertThat(game.records().timers()).hasSize(2);

        game.at(1_999).send(ADMINISTRATOR, new EndGame());

        long purgeAtMs = 1_999 + 3_600_000;
        assertThat(game.records().timers())
                .containsExactly(new DueTimer(
                        GameScenario.START_MS + purgeAtMs,
                        game.records().progress().getSequence(),
                        RobotsTimers.purge()));
        game.at(purgeAtMs - 1).tick().givesNothing();
    }

    @Test
    void aCommandLaterThanTheEndEndsTheGameFirst() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);

        for (long late : new long[] {0, 1_234}) {
            GameScenario copy = GameScenario.started(crossroads(), ANN);
            assertThat(copy.buyRobot(ANN)).isEqualTo(robot);
            Outcome order = copy.at(DURATION_MS + late).move(ANN, robot, Direction.E);
            assertThat(order.events()).hasSize(2);
            order.givesRejectionLast(RejectionCode.GAME_NOT_RUNNING, "state", "ENDED");
            assertThat(order.events().get(0))
                    .isEqualTo(new Event(
                            GAME,
                            order.firstSequence(),
                            GameScenario.time(DURATION_MS),
                            null,
                            null,
                            0,
                            new GameEnded(
                                    EndReason.TIME_UP,
                                    SEED,
                                    List.of(new Standing(ANN.playerId(), 1, 0, 0, 0, 0, 0, 0, 400L)),
                                    GameScenario.time(DURATION_MS + 3_600_000),
                                    null)));
        }
        // A millisecond before, the order still counts.
        assertThat(game.at(DURATION_MS - 1).move(ANN, robot, Direction.W).events())
                .hasSize(1)
                .allMatch(event -> event.getPayload() instanceof ActionFailed);
    }

    @Test
    void atTheEndWhatWasDueBeforeStillRunsAndWhatIsDueThenDoesNot() {
        Rules rules = defaults();
        rules.setMoveCooldownMs(100_000);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.buyRobot(ANN);
        List<Outcome> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            orders.add(game.move(ANN, robot, Direction.W));
        }

        List<Decided> expected = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            long dueMs = 100_000L * i;
            expected.add(by(
                    orders.get(i),
                    dueMs,
                    new ActionFailed(
                            robot,
                            moving(Direction.W),
                            FailureReason.EDGE,
                            condition(tile(0, 0), FULL, dueMs, dueMs + 100_000, 7 - i, dueMs + 100_000))));
        }
        expected.add(byTimer(
                DURATION_MS,
                new GameEnded(
                        EndReason.TIME_UP,
                        SEED,
                        List.of(new Standing(ANN.playerId(), 1, 0, 0, 0, 0, 0, 0, 400L)),
                        GameScenario.time(DURATION_MS + 3_600_000),
                        null)));
        game.at(2 * DURATION_MS).tick().givesDecisions(expected.toArray(Decided[]::new));
    }

    @Test
    void timeNeverGoesBackWhateverTheStamps() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        for (long stamp : new long[] {5_000, 4_000, 6_000, 1_000, 5_999}) {
            game.at(stamp).buyRobot(ANN);
        }

        List<Long> times = game.events().stream()
                .map(event -> event.getTime().toEpochMilli() - START_MS)
                .toList();
        assertThat(times).isSorted();
        assertThat(times.get(times.size() - 1)).isEqualTo(6_000);
    }

    /** Robots with one action that waits and is due at 2000; their cooldowns began at 0. */
    private static GameScenario withWaitingRobots(int count) {
        Rules rules = defaults();
        rules.setRobotPrice(0);
        List<Principal> players = LongStream.range(0, (count + 99) / 100)
                .mapToObj(i -> GameScenario.player("player" + i))
                .toList();
        GameScenario game = GameScenario.empty();
        var create = GameScenario.creation(crossroads().mapType(), rules);
        create.setParticipantLimit(players.size());
        game.send(ADMINISTRATOR, create);
        players.forEach(game::join);
        game.send(ADMINISTRATOR, new StartGame());
        for (int i = 0; i < count; i++) {
            Principal owner = players.get(i / 100);
            String robot = game.buyRobotAt(owner, tile(0, 0));
            game.move(owner, robot, Direction.W);
            game.move(owner, robot, Direction.W);
        }
        return game;
    }

    private static List<Event> firedOneByOne(GameScenario game) {
        List<Event> fired = new ArrayList<>();
        UnitOfWork work = new UnitOfWork(RobotsTables.ALL, game.records().state());
        CommandHandler<Command, Event, ?> handler =
                new CommandHandler<>(RobotsContext.CONTEXT, work, new InMemoryIdempotency());
        Command tick = game.command(GameScenario.NOBODY, new Tick());
        CommandMetadata metadata = new CommandMetadata(GameScenario.NOBODY, START_MS + 2_000, 100);
        for (int before = -1; before < fired.size(); ) {
            before = fired.size();
            handler.resume(new AuthenticatedCommand<>(tick, metadata), 1, fired::addAll);
            assertThat(fired.size() - before).isLessThanOrEqualTo(1);
        }
        return fired;
    }

    private static SpecificRecord failed(String robot, Direction direction, long atMs) {
        return new ActionFailed(
                robot, moving(direction), FailureReason.EDGE, condition(tile(0, 0), FULL, atMs, atMs + 2_000, 0));
    }

    private static Action moving(Direction direction) {
        return new Action(ActionType.MoveRobot, direction, null, null);
    }
}
