package dungeon.topology.game;

import static dungeon.topology.TopologyFixture.GAME_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.rules.Arrival;
import dungeon.rules.Caller;
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
import dungeon.topology.StoreFactory;
import dungeon.topology.TopologyFixture;
import dungeon.topology.admission.Received;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a purge leaves in the stores, with restarts in between: the stores stay, and all that is in Java is made anew. */
class PurgedStoresTest {
    private static final long HOUR_MS = 3_600_000;
    private static final Caller ADA = Caller.player(TopologyFixture.PLAYER_ID, TopologyFixture.PLAYER_NAME);

    private final MockProcessorContext<String, Event> context = new MockProcessorContext<>();
    private final Map<String, StateStore> stores = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private GameProcessor processor;
    private int commands;

    @BeforeEach
    void playAndEndAGame() {
        GameStores.builders(StoreFactory.IN_MEMORY).forEach(builder -> {
            StateStore store = builder.withLoggingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
            stores.put(store.name(), store);
        });
        restart();
        MapType map = TopologyFixture.exampleMap();
        map.setWidth(40);
        map.setHeight(40);
        ByteBuffer seed = ByteBuffer.wrap(new byte[32]);
        send(Caller.administrator(), 0, new CreateGame(map, Rules.newBuilder().build(), 2, 600_000L, seed, null));
        send(ADA, 0, new JoinGame(TopologyFixture.PLAYER_NAME));
        send(Caller.administrator(), 0, new StartGame());
        send(ADA, 0, new BuyRobots(3, null));
        send(Caller.administrator(), 0, new EndGame());
        assertThat(events.get(events.size() - 1).getPayload()).isInstanceOf(GameEnded.class);
    }

    @Test
    void onlyTheProgressIsLeftAndRestartsInBetweenDoNotMatter() {
        int before = records();
        assertThat(before).isGreaterThan(1_620);
        tick(HOUR_MS - 1);
        restart();
        tick(HOUR_MS);
        assertThat(events.get(events.size() - 1).getPayload()).isEqualTo(new GamePurged());
        assertThat(records()).as("a timer gone and another set").isEqualTo(before);

        int left = before;
        for (int step = 1; records() > 1; step++) {
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
        assertThat(recordsOf("progress")).isEqualTo(1);
        restart();
        tick(2 * HOUR_MS);

        assertThat(records()).isEqualTo(1);
        assertThat(events)
                .extracting(Event::getSequence)
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events.get(events.size() - 1).getPayload()).isEqualTo(new GamePurged());
    }

    private void restart() {
        processor = new GameProcessor(gameId -> {}, Duration.ofMillis(20), Duration.ofMillis(250));
        processor.init(context);
    }

    private void tick(long atMs) {
        send(Caller.unknown("no token"), atMs, new Tick());
    }

    private void send(Caller caller, long atMs, SpecificRecord payload) {
        Instant at = TopologyFixture.START.plusMillis(atMs);
        String commandId = "00000000-0000-4000-a000-%012d".formatted(++commands);
        Command command = new Command(commandId, at, GAME_ID, caller.playerId(), payload);
        Arrival arrival = new Arrival(caller, at.toEpochMilli(), 100);
        context.setCurrentSystemTimeMs(at.toEpochMilli());
        processor.process(new Record<>(GAME_ID, new Received<>(command, arrival), at.toEpochMilli()));
        context.forwarded().forEach(forward -> events.add(forward.record().value()));
        context.resetForwards();
    }

    /** How many records there are in all; ids of commands are forgotten by their store. */
    private int records() {
        return stores.values().stream()
                .filter(KeyValueStore.class::isInstance)
                .mapToInt(store -> recordsOf(store.name()))
                .sum();
    }

    private int recordsOf(String store) {
        int records = 0;
        try (KeyValueIterator<?, ?> all = ((KeyValueStore<?, ?>) stores.get(store)).all()) {
            while (all.hasNext()) {
                all.next();
                records++;
            }
        }
        return records;
    }
}
