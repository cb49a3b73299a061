package dungeon.queries.events;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestBytes;
import dungeon.queries.TestGame;
import dungeon.queries.robots.RobotsView;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RingsTest {
    private static final String GAME = "10000000-0000-4000-8000-00000000000";

    private final EventDecoder<Event> decoder =
            new EventDecoder<>(EventSource.of(RobotsView.VIEW.module(), GamePurged.class, TestBytes.deserializer()));
    private final List<Event> events = TestGame.underWay(GAME + 1).events();

    @Test
    void forgetsTheGameOfWhichNothingWasHeardForLongest() {
        Rings rings = rings(2, 1_000_000);
        add(rings, 1);
        add(rings, 2);
        add(rings, 1);
        add(rings, 3);

        rings.makeRoom();

        assertThat(rings.of(GAME + 1)).isPresent();
        assertThat(rings.of(GAME + 2)).isEmpty();
        assertThat(rings.of(GAME + 3)).isPresent();
        assertThat(rings.size()).isEqualTo(2);
    }

    @Test
    void keepsTheEventsOfGamesThatAreFollowedForLonger() {
        Rings rings = rings(10, 500);
        rings.follow(GAME + 1, follower(), () -> 0);
        add(rings, 1);
        add(rings, 2);
        add(rings, 3);

        rings.makeRoom();

        assertThat(rings.of(GAME + 1).orElseThrow().covers(1)).isTrue();
        assertThat(rings.of(GAME + 2)).isEmpty();
        assertThat(rings.bytes()).isBetween(1L, 500L);
    }

    @Test
    void dropsEventsOfFollowedGamesTooIfThereIsNothingElseToDrop() {
        Rings rings = rings(10, 500);
        for (int game = 1; game <= 3; game++) {
            rings.follow(GAME + game, follower(), () -> 0);
            add(rings, game);
        }

        rings.makeRoom();

        assertThat(rings.bytes()).isBetween(1L, 500L);
        assertThat(rings.size()).isEqualTo(3);
        assertThat(rings.of(GAME + 1).orElseThrow().isComplete(1, 0)).isFalse();
        assertThat(rings.of(GAME + 3).orElseThrow().isComplete(1, 0)).isTrue();
    }

    private Rings rings(int rings, long bytes) {
        FeedLimits standard = FeedLimits.standard(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new Rings(
                new FeedLimits(
                        standard.ringBytes(),
                        bytes,
                        rings,
                        standard.batchBytes(),
                        standard.heartbeat(),
                        standard.batch(),
                        standard.stall(),
                        standard.writers(),
                        standard.pastReaders(),
                        standard.pageScanBytes(),
                        standard.pageTime(),
                        standard.searchBytes(),
                        standard.brokerTimeout()),
                decoder);
    }

    private void add(Rings rings, int game) {
        rings.add(GAME + game, new FeedEvent(1, game, false, TestBytes.of(events.get(5))));
    }

    private static Follower follower() {
        return new Follower(0, FeedStart.at(GAME + 1, 1, 0), OptionalLong.empty(), () -> 0, null, null, ended -> {});
    }
}
