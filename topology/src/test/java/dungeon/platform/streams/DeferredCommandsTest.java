package dungeon.platform.streams;

import static dungeon.app.TopologyFixture.GAME_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.app.TopologyFixture;
import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.core.CommandHandler;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.pace.CommitPace;
import dungeon.robots.RobotsContext;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large work in pieces: what waits, in which order, and that nothing else comes of it than if nothing had waited. */
class DeferredCommandsTest {
    private static final Principal ADA = Principal.player(TopologyFixture.PLAYER_ID, TopologyFixture.PLAYER_NAME);
    private static final int ROBOTS = 100;
    private static final int QUEUE = 16;
    private static final long CATCH_UP_MS = 20_000;
    private static final long HOUR_MS = 3_600_000;
    private static final String OTHER_GAME_ID = Ids.timed(TopologyFixture.START.toEpochMilli(), "other game");

    private final Task unhurried = new Task(Duration.ofHours(1));
    private final Task hurried = new Task(Duration.ZERO);
    private final List<AuthenticatedCommand<Command>> sent = new ArrayList<>();

    @BeforeEach
    void playUntilAllQueuesAreFull() {
        send(Principal.administrator(), 0, createGame());
        assertThat(hurried.events).as("a new map waits").isEmpty();
        hurried.punctuate();
        assertThat(hurried.events).hasSize(2);
        send(ADA, 0, new JoinGame(TopologyFixture.PLAYER_NAME));
        send(Principal.administrator(), 0, new StartGame());
        send(ADA, 0, new BuyRobots(ROBOTS, null));
        List<String> robots = hurried.events.stream()
                .map(Event::getPayload)
                .filter(RobotSpawned.class::isInstance)
                .map(payload -> ((RobotSpawned) payload).getRobotId())
                .toList();
        assertThat(robots).hasSize(ROBOTS);
        for (String robotId : robots) {
            for (int i = 0; i <= QUEUE; i++) {
                send(ADA, 0, new SellResources(robotId));
            }
        }
        assertThat(hurried.waiting()).isZero();
        assertThat(hurried.events).isEqualTo(unhurried.events);
    }

    @Test
    void aLargeCatchUpIsMadeInPiecesWithTheSameEvents() {
        int before = hurried.events.size();
        send(ADA, CATCH_UP_MS, new ClearQueue(unknownId()));
        assertThat(unhurried.events).hasSize(before + ROBOTS * QUEUE + 1);
        assertThat(hurried.events).as("the first piece").hasSize(before + CommandHandler.TIMERS_PER_TICK_MAXIMUM);
        assertThat(hurried.waiting()).isEqualTo(1);

        int pieces = hurried.punctuateUntilNothingWaits();

        assertThat(pieces).isEqualTo(ROBOTS * QUEUE / CommandHandler.TIMERS_PER_TICK_MAXIMUM);
        assertThat(hurried.events).isEqualTo(unhurried.events);
    }

    @Test
    void whatComesMeanwhileIsDecidedInItsOrderWhoeverSentItAndAcrossRestarts() {
        send(ADA, CATCH_UP_MS, new ClearQueue(unknownId()));
        send(Principal.unknown("The token has expired"), CATCH_UP_MS, new BuyRobots(1, null));
        send(Principal.registrar(TopologyFixture.PLAYER_ID, TopologyFixture.PLAYER_NAME), CATCH_UP_MS, new EndGame());
        send(ADA, CATCH_UP_MS + 1, new JoinGame(TopologyFixture.PLAYER_NAME));
        AuthenticatedCommand<Command> repeated = sent.get(sent.size() - 1);
        process(repeated);
        send(Principal.unknown("no token"), CATCH_UP_MS + 1, new Tick());
        send(Principal.administrator(), CATCH_UP_MS + 2, new EndGame());
        assertThat(hurried.waiting()).as("all but the tick").isEqualTo(6);

        hurried.restart();
        hurried.punctuate();
        hurried.restart();
        hurried.punctuateUntilNothingWaits();

        assertThat(hurried.events).isEqualTo(unhurried.events);
        assertThat(unhurried.events.subList(unhurried.events.size() - 5, unhurried.events.size() - 1))
                .extracting(event ->
                        ((CommandRejected) event.getPayload()).getCode().name())
                .containsExactly("UNKNOWN_ROBOT", "UNAUTHENTICATED", "UNAUTHENTICATED", "ALREADY_JOINED");
        assertThat(hurried.waiting()).isZero();
    }

    /** Ids are remembered for some minutes of the time of all games; a game that catches up must not be left behind by more. */
    @Test
    void aRepeatedCommandIsDecidedOnceAlthoughAnotherGameIsAnHourAhead() {
        send(Principal.administrator(), OTHER_GAME_ID, 0, createGame());
        hurried.punctuate();
        send(ADA, CATCH_UP_MS, new ClearQueue(unknownId()));
        send(ADA, CATCH_UP_MS + 1, new JoinGame(TopologyFixture.PLAYER_NAME));
        AuthenticatedCommand<Command> repeated = sent.get(sent.size() - 1);
        process(repeated);
        send(ADA, OTHER_GAME_ID, HOUR_MS, new JoinGame(TopologyFixture.PLAYER_NAME));

        hurried.restart();
        hurried.punctuateUntilNothingWaits();

        for (String gameId : List.of(GAME_ID, OTHER_GAME_ID)) {
            assertThat(hurried.eventsOf(gameId)).isEqualTo(unhurried.eventsOf(gameId));
        }
    }

    @Test
    void anotherGameGoesOnMeanwhile() {
        send(Principal.administrator(), OTHER_GAME_ID, 0, createGame());
        hurried.punctuate();
        send(ADA, CATCH_UP_MS, new ClearQueue(unknownId()));
        send(ADA, OTHER_GAME_ID, CATCH_UP_MS + 1, new JoinGame(TopologyFixture.PLAYER_NAME));
        assertThat(hurried.waiting()).isEqualTo(1);
        assertThat(hurried.eventsOf(OTHER_GAME_ID)).isEqualTo(unhurried.eventsOf(OTHER_GAME_ID));
    }

    @Test
    void noTickIsAskedForWhileCommandsWait() {
        send(ADA, CATCH_UP_MS, new ClearQueue(unknownId()));
        hurried.ticks.clear();
        hurried.punctuate();
        assertThat(hurried.waiting()).isEqualTo(1);
        assertThat(hurried.ticks).isEmpty();
    }

    @Test
    void aNewMapIsMadeAtOnceWhereThereIsTime() {
        Task task = new Task(Duration.ofHours(1));
        task.process(sent.get(0));
        assertThat(task.events).hasSize(2);
        assertThat(task.waiting()).isZero();
    }

    private static CreateGame createGame() {
        Rules rules = Rules.newBuilder().setInitialCredits(100L * ROBOTS).build();
        return new CreateGame(
                TopologyFixture.exampleMap(),
                rules,
                2,
                600_000L,
                ByteBuffer.wrap(new byte[32]),
                null,
                null,
                null,
                null);
    }

    private static String unknownId() {
        return "00000000-0000-4000-8000-00000000dead";
    }

    private void send(Principal caller, long atMs, SpecificRecord payload) {
        send(caller, GAME_ID, atMs, payload);
    }

    private void send(Principal caller, String gameId, long atMs, SpecificRecord payload) {
        Instant at = TopologyFixture.START.plusMillis(atMs);
        String commandId = "00000000-0000-4000-a000-%012d".formatted(sent.size() + 1);
        Command command = new Command(commandId, at, gameId, caller.playerId(), payload);
        AuthenticatedCommand<Command> received =
                new AuthenticatedCommand<>(command, new CommandMetadata(caller, at.toEpochMilli(), 100));
        sent.add(received);
        process(received);
    }

    private void process(AuthenticatedCommand<Command> received) {
        unhurried.process(received);
        hurried.process(received);
    }

    /** A processor on its stores, which stay when it is restarted. */
    private static final class Task {
        private final MockProcessorContext<String, Event> context = new MockProcessorContext<>();
        private final List<Event> events = new ArrayList<>();
        private final List<String> ticks = new ArrayList<>();
        private final ProcessorSupplier<String, AuthenticatedCommand<Command>, String, Event> supplier;
        private Processor<String, AuthenticatedCommand<Command>, String, Event> processor;

        Task(Duration workSlice) {
            supplier = AggregateProcessor.supplier(
                    RobotsContext.CONTEXT,
                    new AggregateProcessor.Settings(
                            (gameId, trace) -> ticks.add(gameId),
                            Duration.ofMillis(20),
                            Duration.ofMillis(25),
                            workSlice,
                            StoreFactory.IN_MEMORY));
            supplier.stores().forEach(builder -> {
                StateStore store =
                        builder.withCachingDisabled().withLoggingDisabled().build();
                store.init(context.getStateStoreContext(), store);
                context.addStateStore(store);
            });
            restart();
        }

        void restart() {
            if (processor != null) {
                processor.close();
            }
            context.setCurrentSystemTimeMs(TopologyFixture.START.toEpochMilli());
            processor = supplier.get();
            processor.init(context);
        }

        void process(AuthenticatedCommand<Command> received) {
            long stampMs = received.metadata().appendTimeMs();
            context.setCurrentSystemTimeMs(stampMs);
            processor.process(new Record<>(received.command().getGameId(), received, stampMs));
            takeEvents();
        }

        List<Event> eventsOf(String gameId) {
            return events.stream()
                    .filter(event -> event.getGameId().equals(gameId))
                    .toList();
        }

        void punctuate() {
            CommitPace.ofThread().committed();
            List<MockProcessorContext.CapturedPunctuator> punctuators = context.scheduledPunctuators();
            punctuators.get(punctuators.size() - 1).getPunctuator().punctuate(context.currentSystemTimeMs());
            takeEvents();
        }

        int punctuateUntilNothingWaits() {
            int punctuations = 0;
            while (waiting() > 0) {
                assertThat(++punctuations).as("punctuations").isLessThan(100);
                int before = events.size();
                punctuate();
                assertThat(events.size() - before).isBetween(0, CommandHandler.TIMERS_PER_TICK_MAXIMUM + 1);
            }
            return punctuations;
        }

        int waiting() {
            KeyValueStore<Bytes, byte[]> store = context.getStateStore(StoreLayout.store(RobotsContext.CONTEXT.name()));
            int waiting = 0;
            try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
                while (all.hasNext()) {
                    waiting += all.next().key.get()[0] == StoreLayout.DEFERRED_CODE ? 1 : 0;
                }
            }
            return waiting;
        }

        private void takeEvents() {
            context.forwarded().forEach(forward -> events.add(forward.record().value()));
            context.resetForwards();
        }
    }
}
