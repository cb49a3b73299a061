package dungeon.queries.views;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestGame;
import dungeon.queries.robots.GameReader;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPlacesTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String OTHER_GAME = "10000000-0000-4000-8000-000000000002";

    @TempDir
    private Path stateDir;

    private final TestGame game = TestGame.underWay(GAME);
    private ViewsDriver views;

    @BeforeEach
    void open() {
        views = new ViewsDriver(stateDir);
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void everyHundredthEventOfAGameHasAnEntry() {
        views.pipe(TestGame.underWay(OTHER_GAME).events());
        long first = TestGame.underWay(OTHER_GAME).events().size();
        views.pipe(game.events());
        long sequence = game.sequence();
        views.pipe(more(sequence + 1, 450));

        assertThat(place(1).offset()).isEqualTo(first);
        assertThat(place(100).offset()).isEqualTo(first);
        assertThat(place(101).offset()).isEqualTo(first + 100);
        assertThat(place(399).offset()).isEqualTo(first + 300);
        assertThat(place(401).offset()).isEqualTo(first + 400);
        assertThat(place(Long.MAX_VALUE).offset()).isEqualTo(first + 400);
        assertThat(place(1).lastSequence()).isEqualTo(450);
        assertThat(place(1).foldedTo()).isEqualTo(first + 450);
        assertThat(place(1).isOver()).isFalse();
    }

    @Test
    void anEventThatComesLongAfterTheOneBeforeHasAnEntry() {
        views.pipe(game.events());
        views.pipe(TestGame.underWay(OTHER_GAME).events());
        long others = TestGame.underWay(OTHER_GAME).events().size();
        long last = game.sequence();
        Instant lastTime = game.events().get((int) last - 1).getTime();
        views.pipe(later(last + 1, lastTime.plusMillis(EventPlaces.PAUSE_MS - 1)));
        views.pipe(later(last + 2, lastTime.plusMillis(2 * EventPlaces.PAUSE_MS - 1)));

        EventPlace.Pause pause = new EventPlace.Pause(last + 2, last + others + 1);
        assertThat(place(1).pauses()).containsExactly(pause);
        assertThat(place(last + 1).pauses()).containsExactly(pause);
        assertThat(place(last + 2).pauses()).isEmpty();
        assertThat(place(Long.MAX_VALUE).pauses()).isEmpty();
        assertThat(place(last + 1).offset()).isZero();
        assertThat(place(last + 2).offset()).isEqualTo(pause.offset());
        assertThat(placeOf(OTHER_GAME, 1).pauses()).isEmpty();
    }

    @Test
    void entriesOfOtherGamesAreNotTaken() {
        views.pipe(game.events());
        views.pipe(TestGame.underWay(OTHER_GAME).events());

        assertThat(placeOf(OTHER_GAME, 50).offset()).isEqualTo(game.events().size());
    }

    @Test
    void whatIsLeftOutCountsAsFolded() {
        views.pipe(game.events());
        views.pipe(GAME, "no event".getBytes(StandardCharsets.UTF_8));

        assertThat(place(1).foldedTo()).isEqualTo(game.events().size() + 1);
    }

    private EventPlace place(long sequence) {
        return placeOf(GAME, sequence);
    }

    private EventPlace placeOf(String gameId, long sequence) {
        return new GameReader(views.active(ViewsDriver.PARTITION), gameId).placeOf(sequence);
    }

    private List<Event> later(long sequence, Instant time) {
        return List.of(
                Event.newBuilder(more(sequence, sequence).get(0)).setTime(time).build());
    }

    private List<Event> more(long from, long to) {
        Event rejection = game.events().stream()
                .filter(event -> event.getPayload() instanceof CommandRejected)
                .findFirst()
                .orElseThrow();
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence ->
                        Event.newBuilder(rejection).setSequence(sequence).build())
                .toList();
    }
}
