package dungeon.queries.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.robots.GameReader;
import dungeon.queries.robots.RobotsView;
import dungeon.queries.views.DepartingAggregates;
import dungeon.queries.views.EventPlace;
import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.OldAggregates;
import dungeon.queries.views.PartitionLocator;
import dungeon.queries.views.StoreSource;
import dungeon.schemas.GameState;
import dungeon.schemas.state.Game;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;

/**
 * Lets games leave the views a time after they have ended. A game leaves when the history says that
 * it has all events up to the last one here, and that this was its last for ever; without a history it stays.
 */
public final class OldGames implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HistoryClient history;
    private final OldAggregates<GameReader> old;

    /**
     * Prepares to look for old games.
     *
     * @param departing is told which are to leave
     * @param kept how long after their end games stay at least
     * @param pause how long to wait between two looks at all of them
     */
    public OldGames(
            PartitionLocator locator,
            StoreSource stores,
            HistoryClient history,
            DepartingAggregates departing,
            Duration kept,
            Duration pause,
            InstantSource clock) {
        this.history = history;
        this.old = new OldAggregates<>(
                "old-games",
                locator,
                RobotsView.list(stores),
                departing,
                new OldAggregates.Policy<>(GameState.ENDED.name(), OldGames::endedAtMs, this::isInHistory, kept, pause),
                clock);
    }

    public void start() {
        if (history.isKept()) {
            old.start();
        }
    }

    @Override
    public void close() {
        old.close();
    }

    /** One that is leaving already is not to leave again. */
    private static long endedAtMs(GameReader game) {
        Game ended = game.game();
        return ended == null ? Long.MAX_VALUE : ended.getEndedAtMs();
    }

    private boolean isInHistory(GameReader game) {
        EventPlace place = game.placeOf(1);
        if (!place.isOver()) {
            return false;
        }
        try {
            Reply reply = history.ask("/history/games/" + game.id()).join();
            JsonNode known = JSON.readTree(reply.body());
            return reply.status() == 200
                    && known.path("complete").asBoolean()
                    && known.path("lastSequence").asLong() >= place.lastSequence();
        } catch (CompletionException e) {
            throw e.getCause() instanceof NotAvailableException away ? away : e;
        } catch (IOException e) {
            throw new NotAvailableException("The history does not answer in JSON", e);
        }
    }
}
