package dungeon.queries.events;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestGame;
import dungeon.schemas.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCursorTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String OTHER_GAME = "10000000-0000-4000-8000-000000000002";

    private final FakeLog topic = new FakeLog();
    private final EventLog log = topic.log();
    private final TestGame game = TestGame.underWay(GAME);
    private final TestGame other = TestGame.ended(OTHER_GAME);

    @Test
    void givesTheEventsOfOneGameInOrder() {
        for (int i = 0; i < game.events().size(); i++) {
            topic.add(other.events().subList(i, i + 1));
            topic.add(game.events().subList(i, i + 1));
        }

        assertThat(read(GAME, 1, null)).isEqualTo(game.events());
        assertThat(read(GAME, 1, TestGame.CREATED_AT)).isEqualTo(game.events());
    }

    @Test
    void beginsWithTheEventThatIsWanted() {
        topic.add(game.events());

        assertThat(read(GAME, 7, TestGame.CREATED_AT))
                .isEqualTo(game.events().subList(6, game.events().size()));
        assertThat(read(GAME, 1_000, TestGame.CREATED_AT)).isEmpty();
    }

    @Test
    void leavesOutWhatHasNoNumberOrCannotBeRead() {
        Event rejection = Event.newBuilder(game.events().get(0)).setSequence(0).build();
        topic.add(List.of(rejection));
        topic.add(key(), "no event".getBytes(StandardCharsets.UTF_8), 0);
        topic.add(null, null, 0);
        topic.add(game.events());

        assertThat(read(GAME, 1, null)).isEqualTo(game.events());
    }

    @Test
    void beginsAnewIfTheSearchBeganTooLate() {
        // Old events of another game, so that the time can be found, and then ours with times that are far too early.
        List<Event> early = game.events().stream()
                .map(event -> Event.newBuilder(event)
                        .setTime(event.getSequence() < 4 ? Instant.EPOCH : event.getTime())
                        .build())
                .toList();
        topic.add(early);

        assertThat(read(GAME, 1, TestGame.CREATED_AT)).isEqualTo(early);
    }

    @Test
    void endsForAGameThatIsNotThere() {
        topic.add(other.events());

        try (EventCursor cursor = log.list(GAME, 1, null)) {
            assertThat(readAll(cursor)).isEmpty();
            assertThat(cursor.hasFoundGame()).isFalse();
        }
        assertThat(topic.readers()).isZero();
    }

    @Test
    void goesOnWithWhatIsAdded() {
        topic.add(game.events().subList(0, 3));
        try (EventCursor cursor = log.follow(GAME, 1, null)) {
            assertThat(readAll(cursor)).isEqualTo(game.events().subList(0, 3));
            topic.add(game.events().subList(3, 5));
            assertThat(cursor.poll(Duration.ofSeconds(5)))
                    .isEqualTo(game.events().subList(3, 5));
        }
    }

    @Test
    void readersUseTheSameConsumerOneAfterTheOther() {
        topic.add(game.events());
        topic.add(other.events());

        assertThat(read(GAME, 1, null)).isEqualTo(game.events());
        assertThat(read(OTHER_GAME, 1, null)).isEqualTo(other.events());
        assertThat(topic.consumers()).isEqualTo(1);
        try (EventCursor one = log.list(GAME, 1, null);
                EventCursor another = log.list(OTHER_GAME, 1, null)) {
            assertThat(readAll(one)).isEqualTo(game.events());
            assertThat(readAll(another)).isEqualTo(other.events());
        }
        assertThat(topic.consumers()).isEqualTo(2);
        assertThat(topic.readers()).isZero();
    }

    @Test
    void aConsumerThatWasWokenIsNotUsedAgain() {
        topic.add(game.events());
        try (EventCursor woken = log.list(GAME, 1, null)) {
            woken.wakeUp();
        }

        assertThat(read(GAME, 1, null)).isEqualTo(game.events());
        assertThat(topic.consumers()).isEqualTo(2);
    }

    private List<Event> read(String gameId, long from, Instant createdAt) {
        try (EventCursor cursor = log.list(gameId, from, createdAt)) {
            return readAll(cursor);
        }
    }

    private static List<Event> readAll(EventCursor cursor) {
        List<Event> events = new ArrayList<>();
        while (!cursor.isAtEnd()) {
            events.addAll(cursor.poll(Duration.ofSeconds(5)));
        }
        return events;
    }

    private static byte[] key() {
        return GAME.getBytes(StandardCharsets.UTF_8);
    }
}
