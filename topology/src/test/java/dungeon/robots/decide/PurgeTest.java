package dungeon.robots.decide;

import static dungeon.robots.Decided.byTimer;
import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.DURATION_MS;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.robots.GameRecords;
import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.JoinGame;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Upgrade;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How an ended game leaves the write side, an hour after its end. */
class PurgeTest {
    private static final long HOUR_MS = 3_600_000;
    private static final String ROBOT = GameScenario.idOf(1);

    @ParameterizedTest
    @EnumSource(
            value = EndReason.class,
            names = {"TIME_UP", "ADMINISTRATOR", "EXPIRED"})
    void aGameIsPurgedAnHourAfterItsEndHoweverItEnded(EndReason reason) {
        GameScenario game;
        long endMs;
        if (reason == EndReason.EXPIRED) {
            game = GameScenario.created(crossroads());
            endMs = GameScenario.DAY_MS;
        } else {
            game = GameScenario.started(crossroads(), ANN);
            endMs = reason == EndReason.TIME_UP ? DURATION_MS : 12_345;
        }
        game.at(endMs);
        Outcome end = reason == EndReason.ADMINISTRATOR ? game.send(ADMINISTRATOR, new EndGame()) : game.tick();
        assertThat(((GameEnded) end.events().get(0).getPayload()).getReason()).isEqualTo(reason);

        game.at(endMs + HOUR_MS - 1).tick().givesNothing();
        game.at(endMs + HOUR_MS).tick().givesDecisions(byTimer(endMs + HOUR_MS, new GamePurged()));
        game.at(endMs + 2 * HOUR_MS).tick().givesNothing();
        game.at(26 * HOUR_MS).tick().givesNothing();
        assertThat(game.records().timers()).isEmpty();
        assertThat(game.records().progress()).isNull();
        assertThat(game.events())
                .extracting(Event::getSequence)
                .isEqualTo(
                        LongStream.rangeClosed(1, game.events().size()).boxed().toList());
    }

    @Test
    void theRulesCanSayAnotherTime() {
        Rules rules = defaults();
        rules.setPurgedAfterMs(0);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        game.at(5).send(ADMINISTRATOR, new EndGame());

        game.tick().givesDecisions(byTimer(5, new GamePurged()));
    }

    @Test
    void nothingOfTheGameIsLeftButThatItWasUntilItsIdIsTooOldToComeAgain() {
        GameScenario game = purged(crossroads());
        game.at(2 * HOUR_MS).tick().givesNothing();

        GameRecords records = game.records();
        assertThat(records.game()).isNull();
        assertThat(records.secret()).isNull();
        assertThat(records.deposits()).isNull();
        assertThat(records.robots()).isEmpty();
        assertThat(records.accounts()).isEmpty();
        assertThat(tilesLeft(records, 5, 4)).isZero();
        assertThat(records.mine(2, 3)).isNull();
        assertThat(records.timers()).hasSize(1);
        assertThat(records.progress().getClosed()).isTrue();
        assertThat(records.progress().getSequence()).isEqualTo(game.events().size());

        game.at(25 * HOUR_MS - 1).tick().givesNothing();
        assertThat(game.records().progress()).isNotNull();
        game.at(25 * HOUR_MS).tick().givesNothing();
        assertThat(game.records().progress()).isNull();
        assertThat(game.records().timers()).isEmpty();
    }

    @Test
    void whoFoldsTheEventsKeepsTheGame() {
        GameScenario game = purged(crossroads());
        game.at(2 * HOUR_MS).tick();

        GameRecords kept = game.replayed();
        assertThat(kept.game().getEndReason()).isEqualTo(EndReason.ADMINISTRATOR);
        assertThat(kept.robots()).hasSize(1);
        assertThat(tilesLeft(kept, 5, 4)).isEqualTo(20);
        assertThat(kept.progress()).isEqualTo(game.records().progress());
    }

    static List<SpecificRecord> commandsToAPurgedGame() {
        return List.of(
                new StartGame(),
                new EndGame(),
                new JoinGame("Ann"),
                new BuyRobots(1, null),
                new BuyUpgrade(ROBOT, Upgrade.HEALTH, 1),
                GameScenario.move(ROBOT, Direction.N),
                new AttackRobot(ROBOT, GameScenario.idOf(2)),
                new StartMining(ROBOT, null),
                new SellResources(ROBOT),
                new ClearQueue(ROBOT));
    }

    /** From the moment of the purge on, while the records are being removed, and afterwards. */
    @ParameterizedTest
    @MethodSource("commandsToAPurgedGame")
    void aPurgedGameIsUnknownToEveryCommand(SpecificRecord payload) {
        GameScenario game = ended(MapPlan.of(40, 40).station(0, 0).mine(1, 0));
        int events = game.events().size();
        Outcome first = game.at(HOUR_MS).send(ANN, payload);
        assertThat(first.events()).hasSize(2);
        assertThat(first.events().get(0).getPayload()).isEqualTo(new GamePurged());
        isRejectedOutsideTheSequence(first.events().get(1), RejectionCode.UNKNOWN_GAME);

        for (long later : new long[] {1, 1_000, 2_000, 9_999, HOUR_MS}) {
            Outcome outcome = game.at(HOUR_MS + later).send(ANN, payload);
            assertThat(outcome.events()).hasSize(1);
            isRejectedOutsideTheSequence(outcome.events().get(0), RejectionCode.UNKNOWN_GAME);
        }
        assertThat(game.records().progress().getSequence()).isEqualTo(events + 1);
    }

    @Test
    void theIdStaysTaken() {
        GameScenario game = purged(crossroads());
        for (long later : new long[] {0, 1_000, 5_000, HOUR_MS}) {
            Outcome again = game.at(HOUR_MS + later)
                    .send(ADMINISTRATOR, creation(crossroads().mapType(), defaults()));
            assertThat(again.events()).hasSize(1);
            isRejectedOutsideTheSequence(again.events().get(0), RejectionCode.GAME_EXISTS);
        }
        CreateGame practice = creation(crossroads().mapType(), defaults());
        practice.setPracticeFor(BOB.playerId());
        practice.setRequestedBy("player:bob");
        isRejectedOutsideTheSequence(
                game.send(Principal.service("lobby"), practice).events().get(0), RejectionCode.GAME_EXISTS);
        assertThat(game.records().game()).isNull();
    }

    @Test
    void aBigMapIsRemovedInStepsOf500RecordsASecondApart() {
        // 1,600 tiles, and a mine, a robot and an account.
        GameScenario game = ended(MapPlan.of(40, 40).station(0, 0).mine(1, 0));
        game.at(HOUR_MS).tick();
        assertThat(recordsLeft(game, 40)).isEqualTo(1_603);
        game.at(HOUR_MS + 999).tick();
        assertThat(recordsLeft(game, 40)).isEqualTo(1_603);

        int[] left = {1_103, 603, 103, 0};
        for (int step = 0; step < left.length; step++) {
            game.at(HOUR_MS + 1_000L * (step + 1)).tick().givesNothing();
            assertThat(recordsLeft(game, 40)).isEqualTo(left[step]);
            game.tick().givesNothing();
            assertThat(recordsLeft(game, 40)).isEqualTo(left[step]);
        }
        assertThat(game.records().timers())
                .as("the game itself is forgotten later")
                .hasSize(1);
    }

    @Test
    void afterAnOutageTheStepsStillComeOneAtATime() {
        GameScenario game = ended(MapPlan.of(40, 40).station(0, 0).mine(1, 0));

        Outcome late = game.at(5 * HOUR_MS).send(ANN, new BuyRobots(1, null));
        assertThat(late.events()).hasSize(2);
        assertThat(recordsLeft(game, 40)).isEqualTo(1_103);
        game.at(5 * HOUR_MS + 999).send(ANN, new BuyRobots(1, null));
        assertThat(recordsLeft(game, 40)).isEqualTo(1_103);
        game.at(9 * HOUR_MS).send(ANN, new BuyRobots(1, null));
        assertThat(recordsLeft(game, 40)).isEqualTo(603);
    }

    @Test
    void aCommandThatIsRememberedIsStillRememberedForItsFiveMinutes() {
        GameScenario game = ended(crossroads());
        Command command = game.at(HOUR_MS - 1_000).command(ANN, new BuyRobots(1, null));
        game.send(ANN, command).isRejected(RejectionCode.GAME_NOT_RUNNING, "state", "ENDED");
        game.at(HOUR_MS).tick();

        game.at(HOUR_MS + 10).send(ANN, command).givesNothing();
        game.at(HOUR_MS + 110_000).send(ANN, command).givesNothing();
        // Then it is forgotten, and much too late.
        Outcome late = game.at(HOUR_MS + 299_001).send(ANN, command);
        isRejectedOutsideTheSequence(late.events().get(0), RejectionCode.NOT_TIMELY);
    }

    @Test
    void aRepeatOfARejectionOutsideTheSequenceMayBeRejectedAgain() {
        GameScenario game = purged(crossroads());
        Command command = game.command(ANN, new BuyRobots(1, null));
        for (int i = 0; i < 2; i++) {
            isRejectedOutsideTheSequence(game.send(ANN, command).events().get(0), RejectionCode.UNKNOWN_GAME);
        }
    }

    /** A game that ended at 0 in the midst of everything, and has not been touched since. */
    private static GameScenario ended(MapPlan map) {
        GameScenario game = GameScenario.started(map, ANN);
        String robot = game.buyRobot(ANN);
        game.send(ANN, new StartMining(robot, null));
        game.move(ANN, robot, Direction.N);
        game.send(ADMINISTRATOR, new EndGame());
        return game;
    }

    private static GameScenario purged(MapPlan map) {
        GameScenario game = ended(map);
        game.at(HOUR_MS).tick();
        return game;
    }

    private static void isRejectedOutsideTheSequence(Event event, RejectionCode code) {
        assertThat(((CommandRejected) event.getPayload()).getCode()).isEqualTo(code);
        assertThat(event.getSequence()).isZero();
        assertThat(event.getRemaining()).isZero();
    }

    private static int recordsLeft(GameScenario game, int size) {
        GameRecords records = game.records();
        return tilesLeft(records, size, size)
                + (records.mine(1, 0) == null ? 0 : 1)
                + records.robots().size()
                + records.accounts().size();
    }

    private static int tilesLeft(GameRecords records, int width, int height) {
        int tiles = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                tiles += records.tile(x, y) == null ? 0 : 1;
            }
        }
        return tiles;
    }
}
