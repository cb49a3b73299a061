package dungeon.platform.core;

import static dungeon.platform.core.Toy.ANN;
import static dungeon.platform.core.Toy.BOB;
import static dungeon.platform.core.Toy.ID;
import static dungeon.platform.core.Toy.SERVICE;
import static dungeon.platform.core.Toy.TIMER;
import static dungeon.platform.core.Toy.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dungeon.platform.core.state.ToyTables;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.Progress;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Kills;
import dungeon.schemas.state.Secret;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order in which things happen to an aggregate, whatever context it is of. */
class CommandHandlerTest {
    private static final ClearQueue ORDER = new ClearQueue("order");
    private static final Secret SECRET = new Secret(ByteBuffer.wrap(new byte[] {1}));

    private final Toy toy = Toy.created();

    @Test
    void eventsSayWhoseCommandLedToThemWhenAndHowManyFollow() {
        Command command = toy.command(ANN, 77, ORDER);
        toy.onCommand(decision -> {
            assertThat(decision.aggregateId()).isEqualTo(ID);
            assertThat(decision.principal()).isEqualTo(ANN);
            assertThat(decision.playerId()).isEqualTo(ANN.playerId());
            assertThat(decision.timeMs()).isEqualTo(77);
            assertThat(decision.time()).isEqualTo(Instant.ofEpochMilli(77));
            decision.emit(event("one", -1));
            decision.emit(BOB.playerId(), event("about Bob", -1));
            decision.emit(null, event("about nobody", -1));
        });

        assertThat(toy.send(command, ANN, 77))
                .containsExactly(
                        published(2, 77, command, ANN.playerId(), 2, event("one", -1)),
                        published(3, 77, command, BOB.playerId(), 1, event("about Bob", -1)),
                        published(4, 77, command, null, 0, event("about nobody", -1)));
        assertThat(toy.progress()).isEqualTo(new Progress(4L, 77L, false));
    }

    @Test
    void eachEventIsDecidedOnWhatTheOnesBeforeHaveLeft() {
        toy.onCommand(decision -> {
            assertThat(decision.state().get(ToyTables.KILLS, "one")).isNull();
            decision.emit(event("one", -1));
            assertThat(decision.state().get(ToyTables.KILLS, "one")).isEqualTo(new Kills("one", 2));
            decision.emit(event("two", 0));
            assertThat(decision.exists()).isFalse();
            assertThat(decision.isTaken()).isTrue();
        });

        assertThat(toy.send(ANN, 5, ORDER)).hasSize(2);
    }

    @Test
    void aDecisionThatThrowsLeavesNothingAndTheNextOneGoesOn() {
        Command command = toy.command(ANN, 5, ORDER);
        toy.onCommand(decision -> {
            decision.emit(event("one", 500));
            throw new IllegalStateException("broken off");
        });
        assertThatIllegalStateException().isThrownBy(() -> toy.send(command, ANN, 5));
        assertThat(toy.progress()).isEqualTo(new Progress(1L, 1L, false));
        assertThat(toy.state().load(ToyTables.KILLS, "one")).isNull();
        assertThat(toy.state().timers().all()).isEmpty();

        toy.onCommand(decision -> decision.emit(event("two", -1)));
        assertThat(toy.send(command, ANN, 5))
                .as("it was not remembered")
                .containsExactly(published(2, 5, command, ANN.playerId(), 0, event("two", -1)));
    }

    @Test
    void aDecisionIsCommittedBeforeItIsHandedOn() {
        toy.onCommand(decision -> decision.emit(event("one", -1)));
        toy.handler()
                .handle(
                        new AuthenticatedCommand<>(toy.command(ANN, 5, ORDER), new CommandMetadata(ANN, 5, 100)),
                        events -> {
                            assertThat(toy.progress()).isEqualTo(new Progress(2L, 5L, false));
                            assertThat(toy.state().load(ToyTables.KILLS, "one")).isEqualTo(new Kills("one", 2));
                        });
    }

    @Test
    void timersFireBeforeTheCommandEachAtItsOwnTimeAndAreGoneThen() {
        List<Long> fired = new ArrayList<>();
        toy.onCommand(decision -> decision.emit(event("set", 10)));
        toy.send(ANN, 5, ORDER);
        toy.onTimer(decision -> {
            fired.add(decision.timeMs());
            assertThat(decision.principal()).isNull();
            assertThat(decision.playerId()).isNull();
            if (decision.timeMs() < 30) {
                decision.emit(event("again", (int) decision.timeMs() + 10));
            }
        });

        Command command = toy.command(ANN, 100, ORDER);
        toy.onCommand(decision -> decision.emit(event("command", -1)));
        assertThat(toy.send(command, ANN, 100))
                .containsExactly(
                        published(3, 10, null, null, 0, event("again", 20)),
                        published(4, 20, null, null, 0, event("again", 30)),
                        published(5, 100, command, ANN.playerId(), 0, event("command", -1)));
        assertThat(fired)
                .as("the last one caused no event and is gone all the same")
                .containsExactly(10L, 20L, 30L);
        assertThat(toy.state().timers().all()).isEmpty();
    }

    @Test
    void aTimerActsOnBehalfOfTheCommandThatItComesFrom() {
        toy.onCommand(decision -> decision.emit(event("set", 10)));
        Command command = toy.command(ANN, 5, ORDER);
        toy.send(command, ANN, 5);
        toy.onTimer(decision -> {
            decision.onBehalfOf(command.getCommandId(), ANN.playerId());
            decision.emit(event("fired", -1));
        });

        assertThat(toy.tick(10)).containsExactly(published(3, 10, command, ANN.playerId(), 0, event("fired", -1)));
    }

    @Test
    void onlyATimerActsOnBehalfOfACommandAndSaysSoFirst() {
        toy.onCommand(decision -> decision.onBehalfOf("a command", "a player"));
        assertThatIllegalStateException()
                .isThrownBy(() -> toy.send(ANN, 5, ORDER))
                .withMessageContaining("Only a timer");

        toy.onCommand(decision -> decision.emit(event("set", 10)));
        toy.send(ANN, 5, ORDER);
        toy.onTimer(decision -> {
            decision.emit(event("fired", -1));
            decision.onBehalfOf("a command", "a player");
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> toy.tick(10))
                .withMessageContaining("before its first event");
    }

    @Test
    void itCanBeGoneOnWithPieceByPiece() {
        toy.onCommand(decision -> decision.emit(event("set", 10)));
        toy.send(ANN, 5, ORDER);
        toy.onTimer(decision -> decision.emit(event("again", (int) decision.timeMs() + 1)));
        toy.onCommand(decision -> decision.emit(event("command", -1)));
        AuthenticatedCommand<Command> arrived =
                new AuthenticatedCommand<>(toy.command(ANN, 16, ORDER), new CommandMetadata(ANN, 16, 100));
        List<Event> events = new ArrayList<>();

        assertThat(toy.handler().resume(arrived, 3, events::addAll)).isFalse();
        assertThat(events).extracting(event -> event.getTime().toEpochMilli()).containsExactly(10L, 11L, 12L);
        assertThat(toy.handler().resume(arrived, 3, events::addAll)).isFalse();
        assertThat(toy.handler().resume(arrived, 3, events::addAll)).isTrue();
        assertThat(events)
                .extracting(event -> event.getTime().toEpochMilli())
                .containsExactly(10L, 11L, 12L, 13L, 14L, 15L, 16L, 16L);
        assertThat(events).extracting(Event::getSequence).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void aTickFiresSoManyTimersAtMostAndDecidesNothing() {
        toy.onCommand(decision -> decision.emit(event("set", 10)));
        toy.send(ANN, 5, ORDER);
        toy.onCommand(decision -> {
            throw new AssertionError("A tick is no command");
        });
        AtomicInteger fired = new AtomicInteger();
        toy.onTimer(decision -> decision.emit(event("again", 10 + fired.incrementAndGet())));

        assertThat(toy.tick(9)).isEmpty();
        assertThat(toy.tick(5_000)).hasSize(CommandHandler.TIMERS_PER_TICK_MAXIMUM);
        AuthenticatedCommand<Command> tick =
                new AuthenticatedCommand<>(toy.command(ANN, 5_000, new Tick()), new CommandMetadata(ANN, 5_000, 9));
        List<Event> events = new ArrayList<>();
        assertThat(toy.handler().resume(tick, 7, events::addAll))
                .as("it has done what it can")
                .isTrue();
        assertThat(events).hasSize(7);
    }

    @Test
    void timeDoesNotGoBack() {
        toy.send(ANN, 500, ORDER);

        assertThat(toy.send(ANN, 400, ORDER).get(0).getTime()).isEqualTo(Instant.ofEpochMilli(500));
        assertThat(toy.send(ANN, 501, ORDER).get(0).getTime()).isEqualTo(Instant.ofEpochMilli(501));
    }

    @Test
    void aRejectionStandsInTheSequenceOfWhatIsThereAndIsRemembered() {
        Command command = toy.command(ANN, 5, ORDER);
        CommandRejected no = new CommandRejected(RejectionCode.QUEUE_FULL, "no", List.of());
        toy.onCommand(decision -> decision.reject(no));

        assertThat(toy.send(command, ANN, 5)).containsExactly(published(2, 5, command, ANN.playerId(), 0, no));
        assertThat(toy.send(command, ANN, 5)).isEmpty();
    }

    @Test
    void aRejectionOfWhatIsNotThereLeavesNoTrace() {
        Toy none = new Toy();
        Command command = none.command(ANN, 5, new StartGame());
        CommandRejected no = new CommandRejected(RejectionCode.INVALID_MAP, "no", List.of());
        none.onCommand(decision -> decision.reject(no));

        for (int i = 0; i < 2; i++) {
            assertThat(none.send(command, ANN, 5)).containsExactly(published(0, 5, command, ANN.playerId(), 0, no));
        }
        assertThat(none.progress()).isNull();
        assertThat(none.ids().handledAtMs(ID, new IdempotencyKey(ANN.sender(), command.getCommandId())))
                .isNull();
    }

    @Test
    void whatHasHadEffectsIsNotRefusedAfterwards() {
        toy.onCommand(decision -> {
            decision.emit(event("one", -1));
            decision.reject(new CommandRejected(RejectionCode.QUEUE_FULL, "no", List.of()));
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> toy.send(ANN, 5, ORDER))
                .withMessageContaining("before anything else");
    }

    @Test
    void onlySecretsAreKeptWithoutAnEvent() {
        toy.onCommand(decision -> {
            decision.emit(event("one", -1));
            decision.keepSecret(ToyTables.SECRETS, SECRET);
        });
        toy.send(ANN, 5, ORDER);
        assertThat(toy.state().load(ToyTables.SECRETS, null)).isEqualTo(SECRET);

        toy.onCommand(decision -> decision.keepSecret(ToyTables.COUNTERS, new Counters()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> toy.send(ANN, 5, ORDER))
                .withMessage("Only events change what is no secret, such as counters");
    }

    @ParameterizedTest
    @CsvSource({"300000, false", "300001, true"})
    void anIdIsRememberedForFiveMinutes(long laterMs, boolean decidedAgain) {
        Command command = toy.command(ANN, 5, ORDER);
        assertThat(toy.send(command, ANN, 5)).hasSize(1);
        command.setIssuedAt(Instant.ofEpochMilli(5 + laterMs));

        assertThat(toy.send(command, ANN, 5 + laterMs)).hasSize(decidedAgain ? 1 : 0);
    }

    @Test
    void anIdIsRememberedForItsSenderOnly() {
        Command command = toy.command(ANN, 5, ORDER);
        command.setPlayerId(null);
        for (Principal sender : List.of(ANN, BOB, Principal.administrator(), SERVICE, Principal.service("robots"))) {
            assertThat(toy.send(command, sender, 5)).hasSize(1);
            assertThat(toy.send(command, sender, 5)).isEmpty();
        }
    }

    @Test
    void whatCannotBeAnIdIsRefusedEachTimeAndRepeatedIfItIsShort() {
        Command command = toy.command(ANN, 5, ORDER);
        for (String id : List.of("x".repeat(64), "x".repeat(65), "")) {
            command.setCommandId(id);
            for (int i = 0; i < 2; i++) {
                List<Event> events = toy.send(command, ANN, 5);
                assertThat(rejectionIn(events).getMessage()).startsWith("MALFORMED");
                assertThat(events.get(0).getCommandId()).isEqualTo(id.length() <= 64 ? id : null);
            }
        }
    }

    @Test
    void aCommandOfAServiceIsDecidedOnceForEachCause() {
        assertThat(toy.send(caused("g", 7, 1), SERVICE, 5)).hasSize(1);
        // Another id, and the same or an earlier cause.
        assertThat(toy.send(caused("g", 7, 1), SERVICE, 5)).isEmpty();
        assertThat(toy.send(caused("g", 7, 0), SERVICE, 5)).isEmpty();
        assertThat(toy.send(caused("g", 6, 9), SERVICE, 5)).isEmpty();
        // Later ones, and those of another source.
        assertThat(toy.send(caused("g", 7, 2), SERVICE, 5)).hasSize(1);
        assertThat(toy.send(caused("g", 8, 0), SERVICE, 5)).hasSize(1);
        assertThat(toy.send(caused("h", 1, 0), SERVICE, 5)).hasSize(1);
        assertThat(toy.send(caused("g", 8, 0), SERVICE, 5)).isEmpty();
        assertThat(toy.state().load(ToyTables.ALL.causes(), "lobby/g")).isEqualTo(new Cause("lobby", "g", 8L, 0));
        assertThat(toy.state().load(ToyTables.ALL.causes(), "lobby/h")).isEqualTo(new Cause("lobby", "h", 1L, 0));
        // A command of a service without a cause is one like any other.
        assertThat(toy.send(SERVICE, 5, ORDER)).hasSize(1);
    }

    @Test
    void aCauseThatWasRefusedIsDecidedAsWell() {
        toy.onCommand(decision -> decision.reject(new CommandRejected(RejectionCode.QUEUE_FULL, "no", List.of())));
        assertThat(toy.send(caused("g", 7, 0), SERVICE, 5)).hasSize(1);
        assertThat(toy.send(caused("g", 7, 0), SERVICE, 5)).isEmpty();
    }

    @Test
    void nobodyButAServiceHasACause() {
        for (Principal sender : List.of(ANN, Principal.administrator(), Principal.service("robots"))) {
            for (Command each : List.of(caused("g", 7, 0), caused("g", 7, 0))) {
                assertThat(rejectionIn(toy.send(each, sender, 5)).getMessage())
                        .isEqualTo("UNAUTHENTICATED: Only the service of lobby names an event of it as the cause");
            }
        }
        assertThat(toy.state().load(ToyTables.ALL.causes(), "lobby/g")).isNull();
    }

    @Test
    void aCauseIsNotRememberedWhereNothingIs() {
        Toy none = new Toy();
        none.onCommand(decision -> decision.reject(new CommandRejected(RejectionCode.INVALID_MAP, "no", List.of())));
        Command first = none.causedBy(new Cause("lobby", "g", 7L, 0), none.command(SERVICE, 5, new StartGame()));

        assertThat(none.send(first, SERVICE, 5)).hasSize(1);
        assertThat(none.state().all(ToyTables.ALL.causes())).isEmpty();
        assertThat(none.send(first, SERVICE, 5)).hasSize(1);
    }

    @Test
    void whatIsClosedIsDeletedASecondLaterAndItsIdStaysTaken() {
        toy.onCommand(decision -> decision.emit(event("closed", 0)));
        toy.send(ANN, 5, ORDER);
        assertThat(toy.state().timers().all()).containsExactly(new DueTimer(1_005, 2, TimerId.DELETION));
        assertThat(toy.tick(1_004)).isEmpty();
        assertThat(toy.state().all(ToyTables.KILLS)).hasSize(2);

        assertThat(toy.tick(1_005)).isEmpty();
        assertThat(toy.state().all(ToyTables.KILLS)).isEmpty();
        assertThat(toy.state().timers().all()).isEmpty();
        toy.onCommand(decision -> {
            assertThat(decision.isTaken()).isTrue();
            assertThat(decision.exists()).isFalse();
            decision.reject(new CommandRejected(RejectionCode.GAME_EXISTS, "taken", List.of()));
        });
        List<Event> events = toy.send(ANN, 2_000, new StartGame());
        assertThat(rejectionIn(events).getMessage()).isEqualTo("taken");
        assertThat(events.get(0).getSequence()).isZero();
        assertThat(rejectionIn(toy.send(ANN, 2_000, ORDER)).getMessage())
                .isEqualTo("UNKNOWN_AGGREGATE: There is no toy a toy");
    }

    @Test
    void timersOfWhatIsClosedAreGone() {
        toy.onCommand(decision -> {
            decision.emit(event("set", 10));
            decision.emit(event("closed", 0));
        });
        toy.send(ANN, 5, ORDER);

        assertThat(toy.state().timers().all()).containsExactly(new DueTimer(1_005, 3, TimerId.DELETION));
        assertThat(toy.state().timers().find(TIMER)).isNull();
    }

    private Command caused(String sourceId, long sequence, int number) {
        return toy.causedBy(new Cause("lobby", sourceId, sequence, number), toy.command(SERVICE, 5, ORDER));
    }

    private static CommandRejected rejectionIn(List<Event> events) {
        assertThat(events).hasSize(1);
        return (CommandRejected) events.get(0).getPayload();
    }

    private static Event published(
            long sequence, long atMs, Command command, String playerId, int remaining, SpecificRecord payload) {
        return new Event(
                ID,
                sequence,
                Instant.ofEpochMilli(atMs),
                command == null ? null : command.getCommandId(),
                playerId,
                remaining,
                payload);
    }
}
