package dungeon.queries.events;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestBytes;
import dungeon.queries.TestGame;
import dungeon.queries.robots.RobotsView;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import java.util.List;
import org.junit.jupiter.api.Test;

class GameRingTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final int BATCH_BYTES = 1_000_000;
    private static final long FIRST_OFFSET = 1_000;

    private final EventDecoder<Event> decoder =
            new EventDecoder<>(EventSource.of(RobotsView.VIEW.module(), GamePurged.class, TestBytes.deserializer()));
    private final List<Event> events = TestGame.underWay(GAME).events();

    @Test
    void givesWhatAFollowerHasNotHad() {
        GameRing ring = ring(1_000_000);
        add(ring, 1, 10);

        assertThat(sequences(ring.read(8, 0, BATCH_BYTES, () -> 0))).containsExactly(8L, 9L, 10L);
        assertThat(sequences(ring.read(11, offsetOf(11), BATCH_BYTES, () -> 0))).isEmpty();
    }

    @Test
    void givesABatchAtATime() {
        GameRing ring = ring(1_000_000);
        add(ring, 1, 10);

        assertThat(sequences(ring.read(1, 0, 1, () -> 0))).containsExactly(1L);
    }

    @Test
    void dropsTheOldestWhenThereAreTooManyBytes() {
        GameRing ring = ring(3_000);
        add(ring, 1, 20);

        assertThat(ring.bytes()).isBetween(2_000L, 3_000L);
        assertThat(ring.covers(1)).isFalse();
        assertThat(ring.covers(20)).isTrue();
        assertThat(ring.find(1)).isEmpty();
        assertThat(ring.find(21).orElseThrow().newest()).isEqualTo(20);
    }

    @Test
    void countsTheBytesThatClientsGet() {
        GameRing ring = ring(1_000_000);
        add(ring, 1, 3);
        long before = ring.bytes();

        List<FeedEvent> sent = ring.read(1, 0, BATCH_BYTES, () -> 0).events();

        assertThat(ring.bytes()).isGreaterThan(before);
        assertThat(ring.bytes())
                .isEqualTo(sent.stream().mapToInt(FeedEvent::bytes).sum());
        assertThat(ring.clear()).isPositive();
        assertThat(ring.bytes()).isZero();
    }

    @Test
    void makesTheFormForClientsOnce() {
        GameRing ring = ring(1_000_000);
        add(ring, 1, 1);

        EventFrame frame = ring.read(1, 0, BATCH_BYTES, () -> 0).events().get(0).frame();

        assertThat(ring.read(1, 0, BATCH_BYTES, () -> 0).events().get(0).frame())
                .isSameAs(frame);
    }

    @Test
    void saysUpToWhereTheLogMustBeRead() {
        GameRing ring = ring(3_000);
        add(ring, 1, 20);
        long first = firstIn(ring);

        GameRing.Slice slice = ring.read(1, offsetOf(1), BATCH_BYTES, () -> 0);

        assertThat(slice.isGap()).isTrue();
        assertThat(slice.gapUntil()).isEqualTo(offsetOf(first - 1) + 1);
        assertThat(slice.events()).isEmpty();
    }

    @Test
    void hasNoGapForWhoHasReadTheLogUpToWhereItBegan() {
        GameRing ring = ring(1_000_000);

        assertThat(ring.read(51, FIRST_OFFSET - 1, BATCH_BYTES, () -> FIRST_OFFSET)
                        .isGap())
                .isTrue();
        assertThat(ring.read(51, FIRST_OFFSET, BATCH_BYTES, () -> FIRST_OFFSET + 7)
                        .isGap())
                .isFalse();
        assertThat(ring.read(51, FIRST_OFFSET, BATCH_BYTES, () -> FIRST_OFFSET + 7)
                        .takenTo())
                .isEqualTo(FIRST_OFFSET + 7);
    }

    @Test
    void knowsWhereTheWantedEventsAre() {
        GameRing ring = ring(1_000_000);
        add(ring, 5, 10);

        assertThat(ring.find(7).orElseThrow().start().offset()).isEqualTo(offsetOf(7));
        assertThat(ring.find(11).orElseThrow().start().offset()).isEqualTo(offsetOf(10) + 1);
        assertThat(ring.find(4)).isEmpty();
    }

    private GameRing ring(int bytes) {
        return new GameRing(GAME, FIRST_OFFSET, bytes, decoder);
    }

    private void add(GameRing ring, int from, int to) {
        events.subList(from - 1, to)
                .forEach(event -> ring.add(
                        new FeedEvent(event.getSequence(), offsetOf(event.getSequence()), false, TestBytes.of(event))));
    }

    private static long firstIn(GameRing ring) {
        long first = 1;
        while (!ring.covers(first)) {
            first++;
        }
        return first;
    }

    /** Other games' events are in between. */
    private static long offsetOf(long sequence) {
        return FIRST_OFFSET + sequence * 10;
    }

    private static List<Long> sequences(GameRing.Slice slice) {
        return slice.events().stream().map(FeedEvent::sequence).toList();
    }
}
