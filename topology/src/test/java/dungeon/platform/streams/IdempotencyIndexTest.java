package dungeon.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class IdempotencyIndexTest {
    private static final IdempotencyEntry ID = new IdempotencyEntry(1, 2, true, 3, 4, 5, 6);
    private static final IdempotencyEntry OTHER = new IdempotencyEntry(1, 3, true, 3, 4, 5, 6);

    private final IdempotencyIndex index = new IdempotencyIndex();

    @Test
    void hasNoPlaceForWhatIsNew() {
        index.add(key(1), ID);
        assertThat(index.of(OTHER)).isNull();
        assertThat(index.of(new IdempotencyEntry(1, 2, true, 3, 4, 5, 7))).isNull();
        assertThat(index.of(new IdempotencyEntry(1, 2, true, 3, 4, 6, 5))).isNull();
        assertThat(index.of(new IdempotencyEntry(1, 2, true, 4, 3, 5, 6))).isNull();
    }

    @Test
    void knowsThePlaceOfEachId() {
        index.add(key(1), OTHER);
        index.add(key(2), ID);
        assertThat(index.of(ID)).isEqualTo(place(2, null));
        assertThat(index.of(OTHER)).isEqualTo(place(1, null));
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void leadsFromTheLatestPlaceToThoseBefore() {
        index.add(key(1), ID);
        index.add(key(2), ID);
        index.add(key(3), ID);
        assertThat(index.of(ID)).isEqualTo(place(3, place(2, place(1, null))));
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void namesAPlaceOnceThoughItHasTwoIdsOfOneHash() {
        index.add(key(1), ID);
        index.add(key(1), ID);
        assertThat(index.of(ID)).isEqualTo(place(1, null));
    }

    @Test
    void forgetsAnyOfThePlaces() {
        for (int i = 1; i <= 4; i++) {
            index.add(key(i), ID);
        }
        index.remove(key(2), ID);
        assertThat(index.of(ID)).isEqualTo(place(4, place(3, place(1, null))));
        index.remove(key(4), ID);
        assertThat(index.of(ID)).isEqualTo(place(3, place(1, null)));
        index.remove(key(1), ID);
        assertThat(index.of(ID)).isEqualTo(place(3, null));
        index.remove(key(7), ID);
        assertThat(index.of(ID)).isEqualTo(place(3, null));
        index.remove(key(3), ID);
        assertThat(index.of(ID)).isNull();
        assertThat(index.size()).isZero();
    }

    @Test
    void forgettingWhatIsNotKnownChangesNothing() {
        index.add(key(1), ID);
        index.remove(key(1), OTHER);
        assertThat(index.of(ID)).isEqualTo(place(1, null));
        assertThat(index.size()).isEqualTo(1);
    }

    private static IdempotencyIndex.Place place(int number, IdempotencyIndex.Place before) {
        return new IdempotencyIndex.Place(key(number), before);
    }

    private static Bytes key(int number) {
        return Bytes.wrap(new byte[] {(byte) number});
    }
}
