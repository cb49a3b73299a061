package dungeon.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class HandledPlacesTest {
    private static final long KEPT_MS = 1_000;
    private static final Bytes SCOPE = Bytes.wrap(new byte[] {1});
    private static final HandledId ID = new HandledId(1, 2, true, 3, 4);
    private static final HandledId OTHER = new HandledId(1, 3, true, 3, 4);

    private final HandledPlaces places = new HandledPlaces(KEPT_MS);

    @Test
    void hasNoPlaceForWhatIsNew() {
        places.add(place(1, 0), ID, 0);
        assertThat(places.of(SCOPE, OTHER)).isNull();
        assertThat(places.of(Bytes.wrap(new byte[] {2}), ID)).isNull();
    }

    @Test
    void knowsAPlaceForTheWholeTime() {
        places.add(place(1, 0), OTHER, 0);
        places.add(place(2, KEPT_MS), ID, KEPT_MS);
        places.add(place(3, KEPT_MS + 1), OTHER, KEPT_MS + 1);
        places.add(place(4, 2 * KEPT_MS), OTHER, 2 * KEPT_MS);
        assertThat(places.of(SCOPE, ID)).isEqualTo(place(2, KEPT_MS));
    }

    @Test
    void forgetsAPlaceAfterTwiceTheTime() {
        places.add(place(1, 0), ID, 0);
        places.add(place(2, KEPT_MS + 1), OTHER, KEPT_MS + 1);
        places.add(place(3, 2 * KEPT_MS + 2), OTHER, 2 * KEPT_MS + 2);
        assertThat(places.of(SCOPE, ID)).isNull();
    }

    @Test
    void leadsFromTheLatestPlaceToThoseBeforeButNoFurtherThanTheStoreGoesBack() {
        for (int number = 0; number < 10; number++) {
            places.add(place(number, number * KEPT_MS), ID, number * KEPT_MS);
        }
        HandledPlaces.Place latest = places.of(SCOPE, ID);
        assertThat(latest.key()).isEqualTo(key(9));
        assertThat(latest.before().key()).isEqualTo(key(8));
        assertThat(latest.before().before().key()).isEqualTo(key(7));
        assertThat(latest.before().before().before()).isNull();
    }

    @Test
    void namesAPlaceOnceThoughItHasTwoIdsOfOneHash() {
        places.add(place(1, 0), ID, 0);
        places.add(place(1, 0), ID, 0);
        assertThat(places.of(SCOPE, ID).before()).isNull();
    }

    private static HandledPlaces.Place place(int number, long window) {
        return new HandledPlaces.Place(SCOPE, key(number), window, null);
    }

    private static Bytes key(int number) {
        return Bytes.wrap(new byte[] {(byte) number});
    }
}
