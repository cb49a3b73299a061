package dungeon.queries.robots;

import dungeon.app.Contexts;
import dungeon.platform.core.EventFolder;
import dungeon.queries.views.AggregatesReader;
import dungeon.queries.views.StateIndex;
import dungeon.queries.views.StoreSource;
import dungeon.queries.views.View;
import dungeon.queries.views.ViewTables;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.topics.Topics;
import java.util.List;
import java.util.Set;

/** Robots' games, listed by their state. */
public final class RobotsView {
    public static final View<Event> VIEW = new View<>(
            Contexts.ROBOTS,
            new StateIndex<>(
                    RobotsContext.CONTEXT,
                    List.of(GameState.CREATED.name(), GameState.STARTED.name()),
                    GameState.ENDED.name(),
                    RobotsView::stateAfter),
            Topics.GAMES.applicationId("dungeon-interactive-queries"),
            7);

    static final ViewTables TABLES = new ViewTables(RobotsContext.CONTEXT);

    /** No other event changes the state of a game. */
    private static final Set<Class<?>> CHANGES = Set.of(GameCreated.class, GameStarted.class, GameEnded.class);

    private RobotsView() {}

    /** Lists the games. */
    public static AggregatesReader<GameReader> list(StoreSource stores) {
        return new AggregatesReader<>(stores, TABLES, RobotsTables.GAMES, VIEW.index(), GameReader::new);
    }

    private static String stateAfter(Event event, EventFolder<Event> folder) {
        return CHANGES.contains(event.getPayload().getClass())
                ? folder.get(RobotsTables.GAMES).getState().name()
                : null;
    }
}
