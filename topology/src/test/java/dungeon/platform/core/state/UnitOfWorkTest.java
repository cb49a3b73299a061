package dungeon.platform.core.state;

import static dungeon.platform.core.state.ToyTables.COUNTERS;
import static dungeon.platform.core.state.ToyTables.KILLS;
import static dungeon.platform.core.state.ToyTables.MINES;
import static dungeon.platform.core.state.ToyTables.SECRETS;
import static dungeon.platform.core.state.ToyTables.mine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import dungeon.schemas.state.Secret;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a decision reads and changes, and when it is written. At random: {@link UnitOfWorkAtRandomTest}. */
class UnitOfWorkTest {
    private static final String ID = "a toy";
    private static final TimerId EARLY = TimerId.of(1);
    private static final TimerId LATE = TimerId.of(2);

    private final InMemoryState state = new InMemoryState(ToyTables.ALL, ID);
    private final Backend backend = new Backend(state);
    private final UnitOfWork work = new UnitOfWork(ToyTables.ALL, backend);
    private long sequence;

    @Test
    void nothingIsWrittenBeforeTheCommitAndAllOfItThen() {
        fold(changes -> {
            changes.put(MINES, mine(1, 7, 70));
            changes.setTimer(EARLY, 500);
        });
        assertThat(work.get(MINES, "7")).isEqualTo(mine(1, 7, 70));
        assertThat(work.exists()).isTrue();
        assertThat(backend.operations).as("only reads").containsExactly("load progress null");

        work.commit();
        assertThat(state.load(MINES, "7")).isEqualTo(mine(1, 7, 70));
        assertThat(state.timers().all()).containsExactly(new DueTimer(500, 1, EARLY));
        assertThat(state.load(ToyTables.ALL.progress(), null)).isEqualTo(new Progress(1L, 1_001L, false));
    }

    @Test
    void recordsAreWrittenInTheOrderOfTheirTablesThenTimersAndTheProgressLast() {
        fold(changes -> {
            changes.put(COUNTERS, new Counters(1L, 0L, 0L));
            changes.put(KILLS, new Kills("ann", 1));
            changes.put(MINES, mine(1, 9, 1));
            changes.put(MINES, mine(1, 8, 1));
            changes.put(MINES, mine(1, 9, 2));
            changes.setTimer(LATE, 500);
            changes.setTimer(EARLY, 600);
        });
        backend.operations.clear();
        work.commit();

        assertThat(backend.operations)
                .containsExactly(
                        "store mines 9",
                        "store mines 8",
                        "store kills ann",
                        "store counters null",
                        "add 2",
                        "add 1",
                        "store progress null");
        backend.operations.clear();
        work.commit();
        assertThat(backend.operations).as("it is written already").isEmpty();
    }

    @Test
    void eachRecordIsReadOnceUntilTheNextBegin() {
        state.put(MINES, mine(1, 7, 70));
        begin();
        work.get(MINES, "7");
        work.get(MINES, "7");
        work.get(MINES, "8");
        work.get(MINES, "8");
        assertThat(backend.operations).containsExactly("load mines 7", "load mines 8");
        fold(changes -> changes.change(MINES, "7", mine -> mine.setRemainingUnits(60)));
        work.get(MINES, "7");
        assertThat(backend.operations).containsExactly("load mines 7", "load mines 8", "load progress null");

        backend.operations.clear();
        begin();
        assertThat(work.get(MINES, "7")).as("was not committed").isEqualTo(mine(1, 7, 70));
        assertThat(backend.operations).containsExactly("load mines 7");
    }

    @Test
    void whatNobodyElseChangesStaysReadFromOneCommandToTheNext() {
        UnitOfWork alone = new UnitOfWork(ToyTables.ALL, new Alone(backend));
        state.put(MINES, mine(1, 7, 70));
        alone.begin(ID);
        alone.get(MINES, "7");
        alone.begin(ID);
        assertThat(alone.get(MINES, "7")).isEqualTo(mine(1, 7, 70));
        assertThat(backend.operations).containsExactly("load mines 7");

        alone.fold(
                (changes, event, payload) -> changes.change(MINES, "7", mine -> mine.setRemainingUnits(60)),
                metadata(2),
                new GamePurged());
        alone.commit();
        backend.operations.clear();
        alone.begin(ID);
        assertThat(alone.get(MINES, "7")).isEqualTo(mine(2, 7, 60)).isEqualTo(state.load(MINES, "7"));
        assertThat(backend.operations).isEmpty();
    }

    @Test
    void whatSomebodyElseHasChangedIsReadAnew() {
        UnitOfWork alone = new UnitOfWork(ToyTables.ALL, new Alone(backend));
        alone.begin(ID);
        assertThat(alone.get(MINES, "7")).isNull();
        state.put(MINES, mine(1, 7, 70));
        alone.begin(ID);
        assertThat(alone.get(MINES, "7")).isEqualTo(mine(1, 7, 70));
        state.deleteBatch(9);
        alone.begin(ID);
        assertThat(alone.get(MINES, "7")).isNull();
    }

    @Test
    void whatWasReadOfOneAggregateIsNotTakenForAnother() {
        UnitOfWork alone = new UnitOfWork(ToyTables.ALL, new Alone(backend));
        alone.begin(ID);
        alone.get(MINES, "7");
        alone.begin("another toy");
        alone.get(MINES, "7");
        assertThat(backend.operations).containsExactly("load mines 7", "load mines 7");
    }

    @Test
    void whatWasNotCommittedIsForgottenWhereNobodyElseChangesAnythingToo() {
        UnitOfWork alone = new UnitOfWork(ToyTables.ALL, new Alone(backend));
        state.put(MINES, mine(1, 7, 70));
        alone.begin(ID);
        alone.fold(
                (changes, event, payload) -> {
                    changes.change(MINES, "7", mine -> mine.setRemainingUnits(60));
                    changes.setTimer(EARLY, 500);
                },
                metadata(2),
                new GamePurged());
        alone.begin(ID);
        assertThat(alone.get(MINES, "7")).isEqualTo(mine(1, 7, 70));
        alone.commit();
        assertThat(state.timers().all()).isEmpty();
    }

    @Test
    void whatWasReadIsNeverChanged() {
        sequence = 4;
        state.put(MINES, mine(4, 7, 70));
        state.put(ToyTables.ALL.progress(), new Progress(4L, 0L, false));
        begin();
        Mine before = work.get(MINES, "7");

        fold(changes -> changes.change(MINES, "7", mine -> mine.setRemainingUnits(60)));

        assertThat(before).isEqualTo(mine(4, 7, 70));
        assertThat(state.load(MINES, "7")).isSameAs(before);
        assertThat(work.get(MINES, "7")).isEqualTo(mine(5, 7, 60));
    }

    @Test
    void aSecondChangeByTheSameEventIsTakenForARepetition() {
        state.put(MINES, mine(0, 7, 70));
        begin();
        fold(changes -> {
            changes.change(MINES, "7", mine -> mine.setRemainingUnits(60));
            changes.change(MINES, "7", mine -> mine.setRemainingUnits(50));
        });

        assertThat(work.get(MINES, "7")).isEqualTo(mine(1, 7, 60));
    }

    @Test
    void whatContainsAnEventAlreadyIsNotChangedByItAgain() {
        state.put(MINES, mine(5, 7, 70));
        state.put(MINES, mine(4, 8, 80));
        state.put(ToyTables.ALL.progress(), new Progress(6L, 9_000L, false));
        begin();
        sequence = 4;
        fold(changes -> {
            changes.change(MINES, "7", mine -> mine.setRemainingUnits(1));
            changes.change(MINES, "8", mine -> mine.setRemainingUnits(1));
        });

        assertThat(work.get(MINES, "7")).isEqualTo(mine(5, 7, 70));
        assertThat(work.get(MINES, "8")).isEqualTo(mine(5, 8, 1));
        assertThat(work.progress()).as("further than the event").isEqualTo(new Progress(6L, 9_000L, false));
    }

    @Test
    void anEventOutsideOfTheSequenceChangesNothing() {
        begin();
        work.fold(
                (changes, event, payload) -> {
                    throw new AssertionError("is not asked");
                },
                new EventMetadata(ID, 0, Instant.EPOCH, null, null),
                new GamePurged());
        work.commit();

        assertThat(work.isTaken()).isFalse();
        assertThat(backend.operations).containsExactly("load progress null");
    }

    @Test
    void changingWhatIsNotThereIsAFault() {
        begin();
        assertThatIllegalStateException()
                .isThrownBy(() -> fold(changes -> changes.change(MINES, "7", mine -> {})))
                .withMessage("Event 1 of a toy changes one of mines that is not there: 7");
    }

    @Test
    void whatADecisionHasLeftWhenItBrokeOffIsForgotten() {
        begin();
        assertThatIllegalStateException()
                .isThrownBy(() -> fold(changes -> {
                    changes.put(MINES, mine(1, 7, 70));
                    changes.setTimer(EARLY, 500);
                    throw new IllegalStateException("broken off");
                }));
        begin();
        work.commit();

        assertThat(state).isEqualTo(new InMemoryState(ToyTables.ALL, ID));
        assertThat(work.get(MINES, "7")).isNull();
        assertThat(work.exists()).isFalse();
    }

    @Test
    void ofATimerThatIsSetAndCancelledNothingIsWritten() {
        fold(changes -> {
            changes.setTimer(EARLY, 500);
            changes.setTimer(LATE, 600);
            changes.cancelTimer(EARLY);
            changes.cancelTimers();
            changes.cancelTimer(LATE);
        });
        work.commit();

        assertThat(backend.operations).containsExactly("load progress null", "store progress null");
    }

    @Test
    void settingATimerReplacesTheOneForTheSame() {
        state.add(new DueTimer(500, 7, EARLY));
        begin();
        fold(changes -> {
            changes.setTimer(EARLY, 600);
            changes.setTimer(EARLY, 700);
        });
        assertThat(work.timers().all()).as("not committed").containsExactly(new DueTimer(500, 7, EARLY));
        work.commit();

        assertThat(state.timers().all()).containsExactly(new DueTimer(700, 1, EARLY));
        assertThat(backend.operations)
                .containsExactly("load progress null", "remove 1", "add 1", "store progress null");
    }

    @Test
    void settingATimerAsItIsWritesNothing() {
        state.add(new DueTimer(500, 1, EARLY));
        begin();
        fold(changes -> changes.setTimer(EARLY, 500));
        work.commit();

        assertThat(state.timers().all()).containsExactly(new DueTimer(500, 1, EARLY));
        assertThat(backend.operations).containsExactly("load progress null", "store progress null");
    }

    @Test
    void cancellingAllTimersLeavesThoseThatAreSetAfterwards() {
        state.add(new DueTimer(500, 7, EARLY));
        state.add(new DueTimer(600, 7, LATE));
        begin();
        fold(changes -> {
            changes.setTimer(TimerId.of(3), 800);
            changes.cancelTimers();
            changes.setTimer(LATE, 700);
        });
        work.commit();

        assertThat(state.timers().all()).containsExactly(new DueTimer(700, 1, LATE));
    }

    @Test
    void aClosedAggregateIsNotThereButItsIdIsTakenAndItsRecordsGoBitByBit() {
        state.add(new DueTimer(500, 7, EARLY));
        for (int x = 0; x < 5; x++) {
            state.put(MINES, mine(0, x, 1));
        }
        state.put(SECRETS, new Secret(ByteBuffer.allocate(1)));
        begin();
        fold(StateChanges::close);
        assertThat(work.exists()).isFalse();
        assertThat(work.isTaken()).isTrue();
        work.commit();

        DueTimer first = new DueTimer(1_001 + 1_000, 1, TimerId.DELETION);
        assertThat(state.timers().all()).containsExactly(first);
        assertThat(state.all(MINES)).as("all of it is still there").hasSize(5);

        work.deleteBatch(first, 3, 90_000);
        assertThat(state.all(MINES)).hasSize(2);
        DueTimer second = new DueTimer(91_000, 1, TimerId.DELETION);
        assertThat(state.timers().all()).as("later than now").containsExactly(second);
        String left = String.valueOf(state.all(MINES).get(0).getX());
        assertThat(work.get(MINES, left)).isNotNull();
        work.deleteBatch(second, 4, 91_000);
        assertThat(work.get(MINES, left)).as("read anew").isNull();
        assertThat(state.all(MINES)).isEmpty();
        assertThat(state.all(SECRETS)).isEmpty();
        assertThat(state.timers().all()).isEmpty();
        assertThat(state.load(ToyTables.ALL.progress(), null)).isEqualTo(new Progress(1L, 1_001L, true));
        assertThat(work.isTaken()).isTrue();
    }

    @Test
    void anAggregateStaysClosedWhateverComesAfterwards() {
        fold(StateChanges::close);
        fold(changes -> changes.put(KILLS, new Kills("ann", 1)));

        assertThat(work.exists()).isFalse();
        assertThat(work.progress()).isEqualTo(new Progress(2L, 1_002L, true));
    }

    @Test
    void aTableThatTheBackendDoesNotKeepIsNeitherReadNorWritten() {
        state.put(SECRETS, new Secret(ByteBuffer.allocate(1)));
        state.put(MINES, mine(0, 7, 70));
        UnitOfWork views = new UnitOfWork(ToyTables.ALL, new Backend(state) {
            @Override
            public boolean keeps(Table<?, ?> table) {
                return table != SECRETS && table != MINES;
            }
        });
        views.begin(ID);
        views.fold(
                (changes, event, payload) -> {
                    assertThat(changes.get(SECRETS)).isNull();
                    assertThat(changes.get(MINES, "7")).isNull();
                    changes.put(SECRETS, new Secret(ByteBuffer.allocate(2)));
                    changes.change(MINES, "7", mine -> mine.setRemainingUnits(1));
                    changes.change(MINES, "no such mine", mine -> mine.setRemainingUnits(1));
                    changes.put(COUNTERS, new Counters(1L, 2L, 3L));
                },
                metadata(1),
                new GamePurged());
        views.commit();

        assertThat(state.load(SECRETS, null)).isEqualTo(new Secret(ByteBuffer.allocate(1)));
        assertThat(state.load(MINES, "7")).isEqualTo(mine(0, 7, 70));
        assertThat(state.load(COUNTERS, null)).isEqualTo(new Counters(1L, 2L, 3L));
    }

    @Test
    void aTableOfAnotherContextIsRefused() {
        Tables others = Tables.of("others");
        Table<Void, Counters> foreign = others.one(1, "foreign", Counters.class).declare();
        others.complete();
        begin();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> work.get(foreign))
                .withMessage("The table foreign is of another context");
        assertThatIllegalArgumentException().isThrownBy(() -> work.put(foreign, new Counters()));
    }

    @Test
    void goingThroughATableShowsWhatTheDecisionHasChanged() {
        state.put(MINES, mine(0, 1, 10));
        state.put(MINES, mine(0, 2, 20));
        begin();
        assertThat(through(MINES)).containsExactlyInAnyOrder(mine(0, 1, 10), mine(0, 2, 20));
        fold(changes -> {
            changes.change(MINES, "2", mine -> mine.setRemainingUnits(19));
            changes.put(MINES, mine(1, 3, 30));
        });

        assertThat(through(MINES)).containsExactlyInAnyOrder(mine(0, 1, 10), mine(1, 2, 19), mine(1, 3, 30));
        work.commit();
        assertThat(through(MINES)).containsExactlyInAnyOrder(mine(0, 1, 10), mine(1, 2, 19), mine(1, 3, 30));
        begin();
        assertThat(through(MINES)).containsExactlyInAnyOrder(mine(0, 1, 10), mine(1, 2, 19), mine(1, 3, 30));
    }

    /** A new map has tens of thousands of tiles, and the map of cells is thrown away afterwards; nobody may notice. */
    @Test
    void manyRecordsAreForgottenLikeFewOnes() {
        for (int records : new int[] {64, 65, 1_000}) {
            begin();
            fold(changes -> {
                for (int x = 0; x < records; x++) {
                    changes.put(MINES, mine(sequence, x, records));
                }
            });
            assertThat(work.get(MINES, String.valueOf(records - 1)).getRemainingUnits())
                    .isEqualTo(records);
            work.discard();
            assertThat(work.get(MINES, String.valueOf(records - 1))).isNull();
        }
    }

    @BeforeEach
    void begin() {
        work.begin(ID);
    }

    private void fold(Consumer<StateChanges> evolve) {
        work.fold((changes, event, payload) -> evolve.accept(changes), metadata(++sequence), new GamePurged());
    }

    private static EventMetadata metadata(long sequence) {
        return new EventMetadata(ID, sequence, Instant.ofEpochMilli(1_000 + sequence), null, null);
    }

    private <K, V extends SpecificRecord> List<V> through(Table<K, V> table) {
        List<V> all = new ArrayList<>();
        work.forEach(table, all::add);
        return all;
    }

    /** Notes what it is asked for. */
    private static class Backend implements StateBackend {
        private final InMemoryState state;
        private final List<String> operations = new ArrayList<>();

        Backend(InMemoryState state) {
            this.state = state;
        }

        @Override
        public void select(String aggregateId) {
            state.select(aggregateId);
        }

        @Override
        public boolean keeps(Table<?, ?> table) {
            return state.keeps(table);
        }

        @Override
        public <K, V extends SpecificRecord> V load(Table<K, V> table, K key) {
            operations.add("load %s %s".formatted(table, key));
            return state.load(table, key);
        }

        @Override
        public <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value) {
            operations.add("store %s %s".formatted(table, key));
            state.store(table, key, value);
        }

        @Override
        public <K, V extends SpecificRecord> void scan(Table<K, V> table, Consumer<V> action) {
            state.scan(table, action);
        }

        @Override
        public AggregateTimers timers() {
            return state.timers();
        }

        @Override
        public void add(DueTimer timer) {
            operations.add("add " + timer.id().kind());
            state.add(timer);
        }

        @Override
        public void remove(DueTimer timer) {
            operations.add("remove " + timer.id().kind());
            state.remove(timer);
        }

        @Override
        public boolean deleteBatch(int most) {
            return state.deleteBatch(most);
        }

        @Override
        public void forget() {
            operations.add("forget");
            state.forget();
        }
    }

    /** A backend that says how often others have changed it, and has all aggregates in one state. */
    private static final class Alone extends Backend {
        private final Backend noting;

        Alone(Backend noting) {
            super(noting.state);
            this.noting = noting;
        }

        @Override
        public void select(String aggregateId) {}

        @Override
        public long changesByOthers() {
            return noting.state.changesByOthers();
        }

        @Override
        public <K, V extends SpecificRecord> V load(Table<K, V> table, K key) {
            return noting.load(table, key);
        }

        @Override
        public <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value) {
            noting.store(table, key, value);
        }
    }
}
