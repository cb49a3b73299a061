package dungeon.robots.evolve;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.GAME;
import static dungeon.robots.GameScenario.START_MS;
import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dungeon.platform.core.EventFolder;
import dungeon.platform.core.state.InMemoryState;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.robots.GameScenario;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Event;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.state.Account;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** An event that does not fit is never passed over in silence, and leaves nothing behind. */
class UnknownEventsTest {
    private final GameScenario game = GameScenario.started(crossroads(), ANN);
    private final InMemoryState state = game.records().state();
    private final EventFolder<Event> folder =
            new EventFolder<>(RobotsContext.CONTEXT, new UnitOfWork(RobotsTables.ALL, state));

    @Test
    void anEventOfAKindThatNoGameHasIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> folder.fold(event(new PlayerRegistered(ANN.playerId(), "Ann", null))))
                .withMessageContaining("PlayerRegistered")
                .withMessageContaining("no branch of dungeon.schemas.Event.payload");
        assertThat(state).isEqualTo(game.replayed().state());
    }

    @Test
    void anEventAboutARobotThatIsNotThereIsRefused() {
        String noRobot = GameScenario.idOf(77);

        assertThatIllegalStateException()
                .isThrownBy(() -> folder.fold(event(new QueueCleared(noRobot, 0))))
                .withMessage("Event 5 of %s changes one of robots that is not there: %s", GAME, noRobot);
        assertThat(state).isEqualTo(game.replayed().state());
    }

    @Test
    void unknownCategoriesHaveNoPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scores.set(new Account(), new Score(ScoreCategory.UNKNOWN, 1, 1, 1)))
                .withMessageContaining("category");
    }

    /** Events 1 to 4 are those that created, drew the map of, let join and started. */
    private static Event event(SpecificRecord payload) {
        return new Event(GAME, 5L, Instant.ofEpochMilli(START_MS), null, ANN.playerId(), 0, payload);
    }
}
