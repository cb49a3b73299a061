package dungeon.platform.core.state;

import static dungeon.platform.core.state.ToyTables.COUNTERS;
import static dungeon.platform.core.state.ToyTables.KILLS;
import static dungeon.platform.core.state.ToyTables.MINES;
import static dungeon.platform.core.state.ToyTables.mine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Progress;
import dungeon.schemas.GamePurged;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Kills;
import dungeon.schemas.state.Mine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit of work against plain maps that are copied for each decision, and copied back if it is committed. */
class UnitOfWorkAtRandomTest {
    private static final List<String> IDS = List.of("a", "b", "c");
    private static final int MINES_MAXIMUM = 6;

    /** What an aggregate is, in plain maps. */
    private static final class Model {
        private final Map<Integer, Integer> unitsByX = new TreeMap<>();
        private final Map<Integer, Long> sequenceByX = new TreeMap<>();
        private final Map<String, Integer> kills = new TreeMap<>();
        private final Map<TimerId, DueTimer> timers = new HashMap<>();
        private Counters counters;
        private Progress progress;

        Model copy() {
            Model copy = new Model();
            copy.unitsByX.putAll(unitsByX);
            copy.sequenceByX.putAll(sequenceByX);
            copy.kills.putAll(kills);
            copy.timers.putAll(timers);
            copy.counters = counters == null
                    ? null
                    : new Counters(counters.getSequence(), counters.getDraws(), counters.getIds());
            copy.progress = progress;
            return copy;
        }

        List<Mine> mines() {
            return unitsByX.keySet().stream()
                    .map(x -> mine(sequenceByX.get(x), x, unitsByX.get(x)))
                    .toList();
        }

        List<Kills> allKills() {
            return kills.entrySet().stream()
                    .map(entry -> new Kills(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /** Aggregates in memory, of which one is selected. */
    private static final class Aggregates implements StateBackend {
        private final Map<String, InMemoryState> byId = new HashMap<>();
        private InMemoryState selected;

        @Override
        public void select(String aggregateId) {
            selected = of(aggregateId);
        }

        private InMemoryState of(String aggregateId) {
            return byId.computeIfAbsent(aggregateId, id -> new InMemoryState(ToyTables.ALL, id));
        }

        @Override
        public boolean keeps(Table<?, ?> table) {
            return true;
        }

        @Override
        public <K, V extends SpecificRecord> V load(Table<K, V> table, K key) {
            return selected.load(table, key);
        }

        @Override
        public <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value) {
            selected.store(table, key, value);
        }

        @Override
        public <K, V extends SpecificRecord> void scan(Table<K, V> table, Consumer<V> action) {
            selected.scan(table, action);
        }

        @Override
        public AggregateTimers timers() {
            return selected.timers();
        }

        @Override
        public void add(DueTimer timer) {
            selected.add(timer);
        }

        @Override
        public void remove(DueTimer timer) {
            selected.remove(timer);
        }

        @Override
        public boolean deleteBatch(int most) {
            throw new IllegalStateException("Nothing is deleted here");
        }

        @Override
        public void forget() {
            throw new IllegalStateException("Nothing is forgotten here");
        }
    }

    private final Aggregates aggregates = new Aggregates();
    private final UnitOfWork work = new UnitOfWork(ToyTables.ALL, aggregates);
    private final Map<String, Model> committed = new HashMap<>();
    private Random random;
    /** What the decision in the making has left so far. */
    private Model model;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void showsAndKeepsWhatPlainMapsDo(long seed) {
        random = new Random(seed);
        IDS.forEach(id -> committed.put(id, new Model()));
        for (int decision = 0; decision < 1_500; decision++) {
            String id = IDS.get(random.nextInt(IDS.size()));
            work.begin(id);
            model = committed.get(id).copy();
            int events = random.nextInt(4);
            for (int event = 0; event < events; event++) {
                fold(id);
                read();
            }
            switch (random.nextInt(5)) {
                case 0 -> breakOff(id);
                case 1 -> work.discard();
                case 2 -> {
                    // Whatever begins next drops it.
                }
                default -> {
                    work.commit();
                    committed.put(id, model);
                    read();
                }
            }
            compare();
        }
        assertThat(committed.values())
                .allSatisfy(one -> assertThat(one.progress.getSequence()).isGreaterThan(100));
    }

    /** Folds the next event, or one that was folded before. */
    private void fold(String id) {
        long last = model.progress == null ? 0 : model.progress.getSequence();
        long sequence = last > 2 && random.nextInt(6) == 0 ? 1 + random.nextInt((int) last) : last + 1;
        EventMetadata event = new EventMetadata(id, sequence, Instant.ofEpochMilli(10 * sequence), null, null);
        boolean[] closing = {false};
        work.fold(
                (changes, metadata, payload) -> {
                    for (int change = random.nextInt(6); change > 0; change--) {
                        closing[0] |= change(changes, event);
                    }
                },
                event,
                new GamePurged());
        if (sequence > last) {
            boolean closed = closing[0] || (model.progress != null && model.progress.getClosed());
            model.progress = new Progress(sequence, 10 * sequence, closed);
        }
    }

    /** Makes one change here and there; says whether it was to close the aggregate. */
    private boolean change(StateChanges changes, EventMetadata event) {
        int x = random.nextInt(MINES_MAXIMUM);
        int value = random.nextInt(1_000);
        TimerId timer = new TimerId(1 + random.nextInt(2), "s" + random.nextInt(2));
        switch (random.nextInt(9)) {
            case 0 -> {
                changes.put(MINES, mine(event.sequence(), x, value));
                model.unitsByX.put(x, value);
                model.sequenceByX.put(x, event.sequence());
            }
            case 1, 2 -> changeMine(changes, event, x, value);
            case 3 -> {
                String player = "player " + x;
                changes.put(KILLS, new Kills(player, value));
                model.kills.put(player, value);
            }
            case 4 -> {
                changes.put(COUNTERS, new Counters(event.sequence(), (long) value, 0L));
                model.counters = new Counters(event.sequence(), (long) value, 0L);
            }
            case 5 -> {
                if (model.counters != null) {
                    changes.change(COUNTERS, null, counters -> counters.setIds(value));
                    if (model.counters.getSequence() < event.sequence()) {
                        model.counters = new Counters(event.sequence(), model.counters.getDraws(), (long) value);
                    }
                }
            }
            case 6 -> {
                changes.setTimer(timer, value);
                model.timers.put(timer, new DueTimer(value, event.sequence(), timer));
            }
            case 7 -> {
                changes.cancelTimer(timer);
                model.timers.remove(timer);
            }
            default -> {
                if (random.nextInt(4) == 0) {
                    changes.cancelTimers();
                    model.timers.clear();
                }
                if (random.nextInt(20) == 0) {
                    changes.close();
                    model.timers.clear();
                    model.timers.put(
                            TimerId.DELETION, new DueTimer(event.timeMs() + 1_000, event.sequence(), TimerId.DELETION));
                    return true;
                }
            }
        }
        return false;
    }

    private void changeMine(StateChanges changes, EventMetadata event, int x, int value) {
        String key = String.valueOf(x);
        if (!model.unitsByX.containsKey(x)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> changes.change(MINES, key, mine -> mine.setRemainingUnits(value)));
            return;
        }
        changes.change(MINES, key, mine -> mine.setRemainingUnits(value));
        if (model.sequenceByX.get(x) < event.sequence()) {
            model.unitsByX.put(x, value);
            model.sequenceByX.put(x, event.sequence());
        }
    }

    /** An event that is folded in part. */
    private void breakOff(String id) {
        EventMetadata event = new EventMetadata(id, 1_000_000, Instant.EPOCH, null, null);
        assertThatIllegalStateException()
                .isThrownBy(() -> work.fold(
                        (changes, metadata, payload) -> {
                            changes.put(MINES, mine(1_000_000, 1, 1));
                            changes.put(COUNTERS, new Counters(1_000_000L, 1L, 1L));
                            changes.cancelTimers();
                            changes.setTimer(TimerId.of(9), 1);
                            throw new IllegalStateException("broken off");
                        },
                        event,
                        new GamePurged()));
        if (random.nextBoolean()) {
            work.discard();
        }
    }

    /** What the decision sees. */
    private void read() {
        for (int x = 0; x < MINES_MAXIMUM; x++) {
            Mine expected =
                    model.unitsByX.containsKey(x) ? mine(model.sequenceByX.get(x), x, model.unitsByX.get(x)) : null;
            if (random.nextInt(3) == 0) {
                assertThat(work.get(MINES, String.valueOf(x))).isEqualTo(expected);
            }
        }
        assertThat(work.get(COUNTERS)).isEqualTo(model.counters);
        assertThat(work.progress()).isEqualTo(model.progress);
        assertThat(work.isTaken()).isEqualTo(model.progress != null);
        assertThat(work.exists()).isEqualTo(model.progress != null && !model.progress.getClosed());
        if (random.nextInt(3) == 0) {
            List<Mine> mines = new ArrayList<>();
            work.forEach(MINES, mines::add);
            assertThat(mines).containsExactlyInAnyOrderElementsOf(model.mines());
            List<Kills> kills = new ArrayList<>();
            work.forEach(KILLS, kills::add);
            assertThat(kills).containsExactlyInAnyOrderElementsOf(model.allKills());
        }
    }

    /** What is kept of all aggregates. */
    private void compare() {
        committed.forEach((id, expected) -> {
            InMemoryState state = aggregates.of(id);
            assertThat(state.all(MINES)).containsExactlyInAnyOrderElementsOf(expected.mines());
            assertThat(state.all(KILLS)).containsExactlyInAnyOrderElementsOf(expected.allKills());
            assertThat(state.load(COUNTERS, null)).isEqualTo(expected.counters);
            assertThat(state.load(ToyTables.ALL.progress(), null)).isEqualTo(expected.progress);
            assertThat(state.timers().all()).isEqualTo(List.copyOf(new TreeSet<>(expected.timers.values())));
        });
    }
}
