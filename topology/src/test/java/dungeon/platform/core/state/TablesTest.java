package dungeon.platform.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.Progress;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Secret;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the tables of a context are declared. */
class TablesTest {
    private final Tables tables = Tables.of("toy");

    @Test
    void aPartitionHasOneRecordThatIsNotAtHandByAggregate() {
        Tables tables = Tables.of("some");

        assertThatThrownBy(() -> tables.many(1, "many", Progress.class, KeyCodec.TEXTS, value -> "")
                        .ofPartition())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A partition has one such record, and many are many");
        assertThatThrownBy(() -> tables.one(2, "one", Progress.class)
                        .resident()
                        .ofPartition()
                        .declare())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("What stays at hand is kept by aggregate, and one is not of one");
    }

    @Test
    void theTablesOfAContextComeInTheirOrderAndThenThoseOfThePlatform() {
        Table<Void, Counters> counters =
                tables.one(7, "counters", Counters.class).declare();
        Table<String, Mine> mines = many(3, "mines").declare();
        tables.complete();

        assertThat(tables.all()).containsExactly(counters, mines, tables.causes(), tables.progress());
        assertThat(tables.all()).extracting(Table::index).containsExactly(0, 1, 2, 3);
        assertThat(tables.all()).extracting(Table::code).containsExactly((byte) 7, (byte) 3, (byte) 100, (byte) 101);
        assertThat(tables.all()).extracting(Table::name).containsExactly("counters", "mines", "causes", "progress");
        assertThat(tables.context()).isEqualTo("toy");
        assertThat(mines).hasToString("mines");
    }

    @Test
    void aTableIsWhatItWasDeclared() {
        Table<Void, Counters> plain = tables.one(1, "plain", Counters.class).declare();
        Table<Void, Counters> all = tables.one(2, "all", Counters.class)
                .copiedBy(before -> new Counters(before.getSequence(), before.getDraws(), 77L))
                .sequenced(Counters::getSequence, Counters::setSequence)
                .cached()
                .resident()
                .writeSideOnly()
                .declare();
        Table<Void, Secret> secret =
                tables.one(3, "secret", Secret.class).secret().declare();
        Table<String, Mine> many = many(4, "many").declare();

        assertThat(plain.isOne()).isTrue();
        assertThat(plain.isCached() || plain.isResident() || plain.isWriteSideOnly() || plain.isSecret())
                .isFalse();
        assertThat(plain.keyOf(new Counters(1L, 2L, 3L))).isNull();
        assertThat(all.isCached() && all.isResident() && all.isWriteSideOnly()).isTrue();
        assertThat(all.isSecret()).isFalse();
        assertThat(all.copyOf(new Counters(1L, 2L, 3L))).isEqualTo(new Counters(1L, 2L, 77L));
        assertThat(secret.isSecret()).isTrue();
        assertThat(secret.isWriteSideOnly())
                .as("what is secret is for the write side only")
                .isTrue();
        assertThat(many.isOne()).isFalse();
        assertThat(many.keyOf(mine(7))).isEqualTo("7");
        assertThat(many.type()).isEqualTo(Mine.class);
    }

    @Test
    void whereARecordSaysWhatWasFoldedLastIsSaidByTheTable() {
        Table<Void, Counters> without = tables.one(1, "without", Counters.class).declare();
        Table<Void, Counters> with = tables.one(2, "with", Counters.class)
                .sequenced(Counters::getSequence, Counters::setSequence)
                .declare();
        Counters counters = new Counters(5L, 0L, 0L);

        without.setSequence(counters, 9);
        assertThat(without.sequenceOf(counters)).isZero();
        assertThat(with.sequenceOf(counters)).isEqualTo(5);
        with.setSequence(counters, 9);
        assertThat(with.sequenceOf(counters)).isEqualTo(9);
    }

    @Test
    void recordsAreCopiedAlongTheirSchemaWhereNothingElseIsSaid() {
        Table<String, Mine> mines = many(1, "mines").declare();
        Mine mine = mine(7);

        Mine copy = mines.copyOf(mine);

        assertThat(copy).isEqualTo(mine).isNotSameAs(mine);
        copy.setRemainingUnits(1);
        assertThat(mine.getRemainingUnits()).isEqualTo(20);
    }

    @Test
    void thePlatformsTablesAreItsOwn() {
        tables.complete();

        Progress progress = new Progress(7L, 8L, true);
        assertThat(tables.progress().copyOf(progress)).isEqualTo(progress).isNotSameAs(progress);
        assertThat(tables.progress().sequenceOf(progress)).isEqualTo(7);
        assertThat(tables.progress().isCached() && tables.progress().isResident())
                .isTrue();
        assertThat(tables.progress().isWriteSideOnly()).isFalse();
        assertThat(tables.causes().isSecret()).isTrue();
        assertThat(tables.causes().keyOf(new Cause("lobby", "player:ann", 3L, 1)))
                .isEqualTo("lobby/player:ann");
    }

    @Test
    void noneIsDeclaredOnceTheyAreComplete() {
        tables.complete();

        assertThatIllegalStateException()
                .isThrownBy(() -> tables.one(1, "late", Counters.class).declare())
                .withMessage("The table late is declared after the tables of toy are complete");
        assertThatIllegalStateException().isThrownBy(tables::complete);
    }

    @Test
    void theyAreNotGivenOutBeforeTheyAreComplete() {
        tables.one(1, "counters", Counters.class).declare();

        assertThatIllegalStateException().isThrownBy(tables::all).withMessage("The tables of toy are not complete yet");
    }

    @Test
    void noTwoHaveTheSameNameOrCode() {
        tables.one(1, "counters", Counters.class).declare();

        assertThatIllegalStateException()
                .isThrownBy(() -> tables.one(2, "counters", Counters.class).declare())
                .withMessage("toy has two tables called counters, or with the code 2");
        assertThatIllegalStateException()
                .isThrownBy(() -> many(1, "mines").declare())
                .withMessage("toy has two tables called mines, or with the code 1");
        tables.one(2, "progress", Counters.class).declare();
        assertThatIllegalStateException()
                .isThrownBy(tables::complete)
                .withMessage("toy has two tables called progress, or with the code 101");
    }

    @ParameterizedTest
    @ValueSource(ints = {-128, -1, 0, 100, 127, 257})
    void codesAreBelowThoseOfThePlatform(int code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tables.one(code, "counters", Counters.class))
                .withMessage("The code of counters is %d, and must be 1 to 99", code);
        assertThatIllegalArgumentException().isThrownBy(() -> many(code, "mines"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99})
    void theFirstAndTheLastCodeCanBeHad(int code) {
        assertThat(tables.one(code, "counters", Counters.class).declare().code())
                .isEqualTo((byte) code);
    }

    @Test
    void theyAreNoMoreThanAMaskHasBits() {
        for (int i = 1; i <= 62; i++) {
            tables.one(i, "table " + i, Counters.class).declare();
        }
        assertThat(tables.complete().all()).hasSize(64);

        Tables more = Tables.of("more");
        for (int i = 1; i <= 63; i++) {
            more.one(i, "table " + i, Counters.class).declare();
        }
        assertThatIllegalStateException().isThrownBy(more::complete).withMessage("more has more than 64 tables");
    }

    @Test
    void onlyWhatThereIsOneOfStaysAtHand() {
        assertThatIllegalStateException()
                .isThrownBy(() -> many(1, "mines").resident())
                .withMessage("Only what there is one of stays at hand, and mines are many");
    }

    private Tables.Spec<String, Mine> many(int code, String name) {
        return tables.many(code, name, Mine.class, KeyCodec.TEXTS, mine -> String.valueOf(mine.getX()));
    }

    private static Mine mine(int x) {
        return new Mine(5L, x, 0, dungeon.schemas.Resource.BIO_MATTER, 30, 20, 1L);
    }

    @Test
    void keysAreWrittenAsTheTableSays() {
        Table<String, Mine> mines = many(1, "mines").declare();
        ByteBuffer key = ByteBuffer.allocate(mines.keys().bytes("12"));
        mines.keys().write("12", key);
        assertThat(key.array()).isEqualTo(new byte[] {'1', '2'});
    }
}
