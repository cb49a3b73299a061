package dungeon.queries.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestGame;
import dungeon.schemas.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LobbyRingTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final Event CREATED = TestGame.created(GAME).events().get(0);
    private static final Event MAP = TestGame.created(GAME).events().get(1);

    private long nowMs = 1_000_000;
    private final LobbyRing ring = new LobbyRing(() -> nowMs);

    @Test
    void isCompleteFromWhereReadingBeganOn() throws MalformedFeedException {
        ring.begins(Map.of(0, 5L, 1, 7L));

        assertThat(ring.enter(LobbyPosition.parse("5.7", 2)).complete()).isTrue();
        assertThat(ring.enter(LobbyPosition.parse("4.7", 2)).complete()).isFalse();
        assertThat(ring.enter(LobbyPosition.parse("5.6", 2)).complete()).isFalse();
    }

    @Test
    void isNotCompleteAnyMoreForWhatItHadToDrop() throws MalformedFeedException {
        ring.begins(Map.of(0, 0L));
        for (int i = 0; i <= LobbyRing.EVENTS_MAXIMUM; i++) {
            ring.taken(CREATED, 0, i);
        }

        assertThat(ring.enter(LobbyPosition.parse("0", 1)).complete()).isFalse();
        assertThat(ring.enter(LobbyPosition.parse("1", 1)).complete()).isTrue();
        assertThat(ring.firstNumber()).isEqualTo(2);
    }

    @Test
    void givesAPositionBehindAllThatWasReadAndOfOtherEventsToo() throws MalformedFeedException {
        ring.begins(Map.of(0, 0L, 1, 0L));
        ring.taken(CREATED, 1, 3);
        ring.taken(MAP, 1, 4);
        ring.taken(MAP, 0, 9);
        ring.taken(CREATED, 0, 10);

        LobbyRing.Slice first = ring.read(1, LobbyPosition.parse("0.0", 2), 1);
        assertThat(first.events()).hasSize(1);
        assertThat(first.position()).hasToString("10.5");
        LobbyRing.Slice second = ring.read(first.next(), LobbyPosition.parse("0.0", 2), 1);
        assertThat(second.position()).hasToString("11.5");
        assertThat(ring.hasFrom(second.next())).isFalse();
    }

    @Test
    void givesNothingAgainThatAClientHad() throws MalformedFeedException {
        ring.begins(Map.of(0, 0L, 1, 0L));
        ring.taken(CREATED, 0, 0);
        ring.taken(CREATED, 1, 0);
        ring.taken(CREATED, 0, 1);

        assertThat(ring.read(1, LobbyPosition.parse("1.0", 2), 1_000_000).events())
                .hasSize(2);
        assertThat(ring.read(1, LobbyPosition.parse("2.1", 2), 1_000_000).events())
                .isEmpty();
    }

    @Test
    void givesNewClientsWhatCameInTheLastMinute() {
        ring.begins(Map.of(0, 0L));
        ring.taken(CREATED, 0, 0);
        nowMs += LobbyRing.OVERLAP_MS + 1;
        ring.taken(CREATED, 0, 1);

        assertThat(ring.enter(null).next()).isEqualTo(2);
        assertThat(ring.enter(null).position()).hasToString("1");
        nowMs += LobbyRing.OVERLAP_MS + 1;
        assertThat(List.of(ring.enter(null).next(), ring.firstNumber())).isEqualTo(List.of(3L, 1L));
    }

    @Test
    void isNotCompleteForOneWhoHasReadMoreThanThereIs() throws MalformedFeedException {
        ring.begins(Map.of(0, 0L, 1, 0L));
        ring.taken(CREATED, 0, 3);

        assertThat(ring.enter(LobbyPosition.parse("4.0", 2)).complete()).isTrue();
        LobbyRing.Entrance ahead = ring.enter(LobbyPosition.parse("5.0", 2));
        assertThat(ahead.complete()).isFalse();
        assertThat(ahead.next()).isEqualTo(1);
        assertThat(ahead.position()).hasToString("3.0");
    }

    @Test
    void sendsNobodyBack() throws MalformedFeedException {
        ring.begins(Map.of(0, 0L, 1, 0L));
        ring.taken(CREATED, 1, 0);
        ring.taken(CREATED, 0, 0);
        ring.taken(CREATED, 0, 1);
        ring.taken(CREATED, 0, 2);

        LobbyRing.Slice slice = ring.read(1, LobbyPosition.parse("3.0", 2), 1);

        assertThat(slice.events()).hasSize(1);
        assertThat(slice.position()).hasToString("3.1");
    }
}
