package dungeon.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.streams.trace.DecisionTraces;
import dungeon.platform.tracing.Tracing;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimerStoreTest {
    private static final String GAME = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER_GAME = "00000000-0000-4000-8000-000000000002";

    private KeyValueStore<Bytes, byte[]> store;

    @BeforeEach
    void openStore() {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        store = StoreFactory.IN_MEMORY
                .store("robots-state", false)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        // The store is shared with tables, whose records are no timers.
        store.put(Bytes.wrap(new byte[] {StoreLayout.TIMERS_CODE - 1, 7}), new byte[] {4});
        store.put(Bytes.wrap(new byte[] {StoreLayout.TIMERS_CODE + 1, 7}), new byte[] {5});
    }

    @Test
    void allOfATimerIsFoundAgain() {
        List<DueTimer> timers = List.of(
                new DueTimer(5, 1, TimerId.of(1)),
                new DueTimer(Long.MAX_VALUE, Long.MAX_VALUE, new TimerId(TimerId.KIND_MAXIMUM, "00017")),
                new DueTimer(7, 2, new TimerId(4, OTHER_GAME)),
                new DueTimer(7, 2, new TimerId(4, "ä")),
                new DueTimer(1_000, 9, TimerId.DELETION));
        for (AggregateIds ids : List.of(AggregateIds.UUIDS, AggregateIds.TEXTS)) {
            TimerStore before = new TimerStore(store, ids, new DecisionTraces(Tracing.off()));
            timers.forEach(timer -> before.add(GAME, timer));
            before.add(OTHER_GAME, timers.get(0));

            TimerStore after = new TimerStore(store, ids, new DecisionTraces(Tracing.off()));
            assertThat(after.of(GAME)).isEqualTo(before.of(GAME));
            assertThat(after.of(GAME).all()).containsExactlyInAnyOrderElementsOf(timers);
            assertThat(after.of(OTHER_GAME).all()).containsExactly(timers.get(0));

            timers.forEach(timer -> after.remove(GAME, timer));
            after.remove(OTHER_GAME, timers.get(0));
            assertThat(keys()).as("only what is no timer").hasSize(2);
            assertThat(new TimerStore(store, ids, new DecisionTraces(Tracing.off())).dueBy(Long.MAX_VALUE))
                    .isEmpty();
        }
    }

    @Test
    void listsTheAggregatesOfWhichATimerIsDue() {
        TimerStore timers = new TimerStore(store, AggregateIds.UUIDS, new DecisionTraces(Tracing.off()));
        timers.add(GAME, new DueTimer(20, 1, TimerId.of(1)));
        timers.add(OTHER_GAME, new DueTimer(10, 1, TimerId.of(1)));

        for (TimerStore one :
                List.of(timers, new TimerStore(store, AggregateIds.UUIDS, new DecisionTraces(Tracing.off())))) {
            assertThat(one.dueBy(9)).isEmpty();
            assertThat(one.dueBy(10)).containsExactly(OTHER_GAME);
            assertThat(one.dueBy(20)).containsExactly(OTHER_GAME, GAME);
        }
    }

    private List<Bytes> keys() {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(record -> keys.add(record.key));
        }
        return keys;
    }
}
