package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.NOBODY;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.idOf;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameRecords;
import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.Outcome;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.MapType;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.StartGame;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
    private static final long REMEMBERED_MS = 300_000;

    @Test
    void aCommandThatComesAThousandTimesHasOneEffect() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Command command = game.command(ANN, new BuyRobots(1, null));
        assertThat(game.send(ANN, command).events()).hasSize(2);
        GameRecords after = game.replayed();

        for (int i = 1; i < 1_000; i++) {
            game.at(i * 100L).send(ANN, command).givesNothing();
        }

        assertThat(game.records()).isEqualTo(after);
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(400);
    }

    @Test
    void aRepetitionOfARefusedCommandIsNotRefusedAgain() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Command command = game.command(ANN, new BuyRobots(6, null));
        game.send(ANN, command).isRejected(RejectionCode.INSUFFICIENT_FUNDS, "price", "600", "balance", "500");

        game.at(1).send(ANN, command).givesNothing();
        // What the repetition says does not matter, its id does.
        command.setPayload(new BuyRobots(1, null));
        game.at(2).send(ANN, command).givesNothing();
    }

    @Test
    void aRepetitionOfAQueuedActionDoesNotQueueItAgain() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        Command command = game.command(ANN, GameScenario.move(robot, Direction.E));
        game.send(ANN, command);

        game.send(ANN, command).givesNothing();
        assertThat(game.records().robot(robot).getQueue()).hasSize(1);
        game.at(2_000).tick();
        game.send(ANN, command).givesNothing();
        assertThat(game.records().robot(robot).getQueue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "299999, false", "300000, false", "300001, true"})
    void anIdIsRememberedFor5MinutesOfGameTime(long afterMs, boolean newCommand) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Command command = game.at(7).command(ANN, new BuyRobots(1, null));
        game.send(ANN, command);

        command.setIssuedAt(time(7 + afterMs));
        Outcome again = game.at(7 + afterMs).send(ANN, command);

        assertThat(again.events()).hasSize(newCommand ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_000, 0, 60_000, 119_999, 120_000})
    void aFaithfulRepetitionIsEitherRememberedOrLate(long issuedBeforeMs) {
        for (long afterMs = 0; afterMs <= 2 * REMEMBERED_MS; afterMs += 9_999) {
            GameScenario game = GameScenario.started(crossroads(), ANN);
            Command command = game.at(200_000).command(ANN, new BuyRobots(1, null));
            command.setIssuedAt(time(200_000 - issuedBeforeMs));
            assertThat(game.send(ANN, command).events()).hasSize(2);

            Outcome again = game.at(200_000 + afterMs).send(ANN, command);

            assertThat(again.events()).allMatch(RepetitionTest::isLateOrTheEnd);
            assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-120001, false",
        "-120000, true",
        "-1, true",
        "0, true",
        "60000, true",
        "60001, false",
        "-9223372036854775808, false",
        "9223372036854775807, false"
    })
    void commandsAreIssuedAtMost2MinutesBeforeAnd1MinuteAfterTheyArrive(long issuedMs, boolean timely) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Command command = game.command(ANN, new BuyRobots(1, null));
        boolean extreme = Math.abs(issuedMs) > 1L << 62 || issuedMs == Long.MIN_VALUE;
        command.setIssuedAt(extreme ? Instant.ofEpochMilli(issuedMs) : time(issuedMs));

        Outcome outcome = game.send(ANN, command);

        if (timely) {
            assertThat(outcome.events()).hasSize(2);
        } else {
            outcome.isRejected(
                    RejectionCode.NOT_TIMELY,
                    "issuedAt",
                    command.getIssuedAt().toString(),
                    "arrivedAt",
                    "2026-03-01T12:00:00Z");
        }
    }

    @Test
    void whatIsTimelyIsMeasuredByTheBrokersStampNotByTheGamesTime() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        game.at(500_000).buyRobot(ANN);

        // The stamp of another broker that lags behind.
        Command command = game.at(100).command(ANN, new BuyRobots(1, null));
        assertThat(game.send(ANN, command).events())
                .hasSize(2)
                .allMatch(event -> event.getTime().equals(time(500_000)));
    }

    @Test
    void theSameIdFromAnotherSenderIsAnotherCommand() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        Command ofAnn = game.command(ANN, new BuyRobots(1, null));
        Command ofBob = game.command(BOB, new BuyRobots(1, null));
        ofBob.setCommandId(ofAnn.getCommandId());
        game.send(ANN, ofAnn);

        assertThat(game.send(BOB, ofBob).events())
                .hasSize(2)
                .allMatch(event -> event.getPlayerId().equals(BOB.playerId()))
                .extracting(Event::getPayload)
                .contains(new RobotsPurchased(idOf(2), 1, tile(4, 0), 100L, 400L, 3L));
        game.send(ANN, ofAnn).givesNothing();
        game.send(BOB, ofBob).givesNothing();
    }

    @Test
    void whoHasNoTokenCannotUseUpTheIdOfSomebodyElse() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Command command = game.command(ANN, new BuyRobots(1, null));
        game.send(NOBODY, command).isRejected(RejectionCode.UNAUTHENTICATED);
        Command named = Given.copy(command);
        game.send(BOB, named).isRejected(RejectionCode.NOT_YOU);

        assertThat(game.send(ANN, command).events()).hasSize(2);
    }

    @Test
    void administratorsCommandsAreRememberedToo() {
        GameScenario game = GameScenario.created(crossroads());
        Command start = game.command(ADMINISTRATOR, new StartGame());
        assertThat(game.send(ADMINISTRATOR, start).events()).hasSize(1);
        game.send(ADMINISTRATOR, start).givesNothing();
        game.send(ADMINISTRATOR, new EndGame());
        game.send(ADMINISTRATOR, start).givesNothing();
    }

    @Test
    void theCommandThatCreatedTheGameIsRemembered() {
        GameScenario game = GameScenario.empty();
        Command create = game.command(ADMINISTRATOR, creation(crossroads().mapType(), defaults()));
        assertThat(game.send(ADMINISTRATOR, create).events()).hasSize(2);

        game.send(ADMINISTRATOR, create).givesNothing();
        game.send(ADMINISTRATOR, creation(crossroads().mapType(), defaults())).isRejected(RejectionCode.GAME_EXISTS);
    }

    @Test
    void anUnknownGameRejectsOutsideOfAnySequenceAndKeepsNothing() {
        GameScenario game = GameScenario.empty();
        Command command = game.command(ANN, new BuyRobots(1, null));

        for (int i = 0; i < 3; i++) {
            Outcome outcome = game.send(ANN, command);
            outcome.isRejected(RejectionCode.UNKNOWN_GAME);
            assertThat(outcome.events().get(0).getSequence()).isZero();
            assertThat(game.records()).isEqualTo(GameScenario.empty().records());
            assertThat(game.records().secret()).isNull();
        }
    }

    @Test
    void aRefusedCreationLeavesNothingBehindEitherAndTheIdIsFree() {
        GameScenario game = GameScenario.empty();
        MapType none = crossroads().mapType();
        none.setWidth(1);
        Command create = game.command(ADMINISTRATOR, creation(none, defaults()));
        Outcome refused = game.send(ADMINISTRATOR, create);
        assertThat(refused.events()).hasSize(1).allMatch(event -> event.getSequence() == 0);
        assertThat(game.records()).isEqualTo(GameScenario.empty().records());
        assertThat(game.records().secret()).isNull();

        create.setPayload(creation(crossroads().mapType(), defaults()));
        Outcome created = game.send(ADMINISTRATOR, create);
        assertThat(created.events()).hasSize(2);
        assertThat(created.events().get(0).getSequence()).isEqualTo(1);
        assertThat(created.events().get(0).getPayload()).isInstanceOf(GameCreated.class);
    }

    @Test
    void anIdThatIsNoneIsRefusedEachTime() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Command command = game.command(ANN, new BuyRobots(1, null));
        command.setCommandId("7");

        for (int i = 0; i < 3; i++) {
            game.send(ANN, command).isRejected(RejectionCode.MALFORMED, "commandId", "must be a UUID in lower case");
        }
    }

    private static boolean isLateOrTheEnd(Event event) {
        return event.getPayload() instanceof CommandRejected rejected
                ? rejected.getCode() == RejectionCode.NOT_TIMELY
                : event.getPayload() instanceof GameEnded;
    }
}
