package dungeon.platform.streams;

import static dungeon.app.TopologyFixture.GAME_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.app.TopologyFixture;
import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MapType;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
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

/** What a purge leaves in the stores, with restarts in between: the stores stay, and all that is in Java is made anew. */
class PurgedStoresTest {
    private static final long HOUR_MS = 3_600_000;
    private static final Principal ADA = Principal.player(TopologyFixture.PLAYER_ID, TopologyFixture.PLAYER_NAME);

    private final MockProcessorContext<String, Event> context = new MockProcessorContext<>();
    private final List<KeyValueStore<Bytes, byte[]>> stores = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final ProcessorSupplier<String, AuthenticatedCommand<Command>, String, Event> supplier =
            AggregateProcessor.supplier(
                    RobotsContext.CONTEXT,
                    new AggregateProcessor.Settings(
                            (gameId, trace) -> {},
                            Duration.ofMillis(20),
                            Duration.ofMillis(25),
                            Duration.ofMillis(250),
                            StoreFactory.IN_MEMORY));
    private Processor<String, AuthenticatedCommand<Command>, String, Event> processor;
    private int commands;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void playAndEndAGame() {
        supplier.stores().forEach(builder -> {
            StateStore store =
                    builder.withCachingDisabled().withLoggingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
            stores.add((KeyValueStore<Bytes, byte[]>) store);
        });
        restart();
        send(Principal.administrator(), 0, creation());
        send(ADA, 0, new JoinGame(TopologyFixture.PLAYER_NAME));
        send(Principal.administrator(), 0, new StartGame());
        send(ADA, 0, new BuyRobots(3, null));
        send(Principal.administrator(), 0, new EndGame());
        assertThat(events.get(events.size() - 1).getPayload()).isInstanceOf(GameEnded.class);
    }

    @Test
    void nothingIsLeftOnceTheIdCannotComeAgainAndRestartsInBetweenDoNotMatter() {
        int before = records();
        assertThat(before).isGreaterThan(1_620);
        tick(HOUR_MS - 1);
        restart();
        tick(HOUR_MS);
        assertThat(events.get(events.size() - 1).getPayload()).isEqualTo(new GamePurged());
        assertThat(records()).as("a timer gone and another set").isEqualTo(before);

        int left = before;
        for (int step = 1; records() > 2; step++) {
            restart();
            assertThat(step).isLessThan(6);
            tick(HOUR_MS + 1_000L * step);
            assertThat(left - records()).isPositive().isLessThanOrEqualTo(500 + 3);
            left = records();
            send(ADA, HOUR_MS + 1_000L * step, new BuyRobots(1, null));
            Event rejected = events.remove(events.size() - 1);
            assertThat(rejected.getSequence()).isZero();
            assertThat(((CommandRejected) rejected.getPayload()).getCode()).isEqualTo(RejectionCode.UNKNOWN_GAME);
        }
        assertThat(recordsOf(RobotsTables.ALL.progress().code())).isEqualTo(1);
        assertThat(recordsOf(StoreLayout.TIMERS_CODE)).isEqualTo(1);
        restart();
        assertThat(codeOfCreationAt(24 * HOUR_MS)).isEqualTo(RejectionCode.GAME_EXISTS);
        assertThat(codeOfCreationAt(24 * HOUR_MS + 1)).isEqualTo(RejectionCode.NOT_TIMELY);
        tick(25 * HOUR_MS - 1);
        assertThat(records()).isEqualTo(2);

        tick(25 * HOUR_MS);
        assertThat(records()).isZero();
        assertThat(codeOfCreationAt(25 * HOUR_MS)).isEqualTo(RejectionCode.NOT_TIMELY);
        assertThat(records()).isZero();
        assertThat(events)
                .extracting(Event::getSequence)
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events.get(events.size() - 1).getPayload()).isEqualTo(new GamePurged());
    }

    private static CreateGame creation() {
        MapType map = TopologyFixture.exampleMap();
        map.setWidth(40);
        map.setHeight(40);
        ByteBuffer seed = ByteBuffer.wrap(new byte[32]);
        return new CreateGame(map, Rules.newBuilder().build(), 2, 600_000L, seed, null, null, null, null);
    }

    private RejectionCode codeOfCreationAt(long atMs) {
        send(Principal.administrator(), atMs, creation());
        Event rejected = events.remove(events.size() - 1);
        assertThat(rejected.getSequence()).isZero();
        return ((CommandRejected) rejected.getPayload()).getCode();
    }

    private void restart() {
        processor = supplier.get();
        processor.init(context);
    }

    private void tick(long atMs) {
        send(Principal.unknown("no token"), atMs, new Tick());
    }

    private void send(Principal caller, long atMs, SpecificRecord payload) {
        Instant at = TopologyFixture.START.plusMillis(atMs);
        String commandId = "00000000-0000-4000-a000-%012d".formatted(++commands);
        Command command = new Command(commandId, at, GAME_ID, caller.playerId(), payload);
        CommandMetadata arrival = new CommandMetadata(caller, at.toEpochMilli(), 100);
        context.setCurrentSystemTimeMs(at.toEpochMilli());
        processor.process(new Record<>(GAME_ID, new AuthenticatedCommand<>(command, arrival), at.toEpochMilli()));
        context.forwarded().forEach(forward -> events.add(forward.record().value()));
        context.resetForwards();
    }

    /** How many records there are in all; ids of commands are forgotten in their own time. */
    private int records() {
        return keys().stream()
                .filter(key -> key.get()[0] != StoreLayout.IDEMPOTENCY_CODE)
                .toList()
                .size();
    }

    private int recordsOf(byte table) {
        return keys().stream().filter(key -> key.get()[0] == table).toList().size();
    }

    private List<Bytes> keys() {
        List<Bytes> keys = new ArrayList<>();
        for (KeyValueStore<Bytes, byte[]> store : stores) {
            try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
                all.forEachRemaining(record -> keys.add(record.key));
            }
        }
        return keys;
    }
}
