package dungeon.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.schemas.EndReason;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapType;
import dungeon.schemas.Rules;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PracticeGamesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final PracticeGames games = new PracticeGames(nanos::get);

    private static CommittedEvent created(String gameId, String practiceFor) {
        MapType map = MapType.newBuilder()
                .setName("m")
                .setWidth(2)
                .setHeight(2)
                .setDefaultGravity(Gravity.LIGHT)
                .build();
        return event(
                gameId,
                new GameCreated(
                        map, Rules.newBuilder().build(), 2, 10_000L, "00", practiceFor, null, 1, Instant.EPOCH));
    }

    private static CommittedEvent ended(String gameId) {
        return event(gameId, new GameEnded(EndReason.TIME_UP, "00", List.of(), Instant.EPOCH));
    }

    private static CommittedEvent event(String gameId, Object payload) {
        return new CommittedEvent(gameId, "c", null, 0, payload, JsonNodeFactory.instance::objectNode);
    }

    @Test
    void keepsThePlaceWhileAGameIsBeingMade() {
        assertThat(games.claim("ada", "g1")).isEmpty();
        assertThat(games.claim("ada", "g2")).contains("g1");
        assertThat(games.claim("eve", "g3")).isEmpty();
    }

    @Test
    void givesThePlaceBackWhenThereWillBeNoGame() {
        assertThat(games.claim("ada", "g1")).isEmpty();
        games.release("ada", "g1");

        assertThat(games.claim("ada", "g2")).isEmpty();
    }

    @Test
    void givesThePlaceBackAfterAWhileIfNothingIsHeardOfTheGame() {
        assertThat(games.claim("ada", "g1")).isEmpty();
        nanos.set(PracticeGames.UNSEEN.toNanos() + 1);

        assertThat(games.claim("ada", "g2")).isEmpty();
    }

    @Test
    void knowsTheGameUntilItEnds() {
        games.add(created("g1", "ada"));
        assertThat(games.claim("ada", "g2")).contains("g1");

        games.add(ended("g1"));
        assertThat(games.claim("ada", "g3")).isEmpty();
    }

    @Test
    void hasNoPlayersForOtherGames() {
        games.add(created("g1", null));
        games.add(ended("g2"));

        assertThat(games.claim("ada", "g3")).isEmpty();
    }
}
