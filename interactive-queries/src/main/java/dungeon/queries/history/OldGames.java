package dungeon.queries.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.platform.envelope.Ids;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.views.DepartingGames;
import dungeon.queries.views.EventPlace;
import dungeon.queries.views.GameReader;
import dungeon.queries.views.GamesReader;
import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.PartitionLocator;
import dungeon.queries.views.StoreSource;
import dungeon.schemas.GameState;
import dungeon.schemas.state.Game;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets games leave the views a time after they have ended, so that these do not grow with all that ever happened. A game leaves when the history says that
 * it has all events up to the last one here, and that this was its last for ever; without a history it stays.
 */
public final class OldGames implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OldGames.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 100;

    /** A history that is still being filled has none of the games of a long time; it is asked for these again later. */
    private static final int MISSING_MAXIMUM = 100;

    private final PartitionLocator locator;
    private final GamesReader games;
    private final HistoryClient history;
    private final DepartingGames departing;
    private final Duration kept;
    private final Duration pause;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "old-games");

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
            DepartingGames departing,
            Duration kept,
            Duration pause,
            InstantSource clock) {
        this.locator = locator;
        this.games = new GamesReader(stores);
        this.history = history;
        this.departing = departing;
        this.kept = kept;
        this.pause = pause;
        this.clock = clock;
        thread.setDaemon(true);
    }

    public void start() {
        if (history.isKept()) {
            thread.start();
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void run() {
        try {
            do {
                lookThrough();
            } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookThrough() {
        try {
            for (int partition : locator.ownPartitions()) {
                lookThrough(partition);
            }
        } catch (NotAvailableException | InvalidStateStoreException e) {
            LOG.debug("Old games stay until the views and the history answer", e);
        } catch (RuntimeException e) {
            LOG.error("Old games stay for now; they are looked at again in {}", pause, e);
        }
    }

    /** Ids of games tell when they were created, and the oldest come first: behind the first young one, none is old. */
    private void lookThrough(int partition) {
        long oldMs = clock.millis() - kept.toMillis();
        String after = null;
        int missing = 0;
        do {
            GamesReader.Page page = games.read(List.of(partition), after, PAGE, GameState.ENDED);
            for (GameReader game : page.games()) {
                if (Ids.timeMsOf(game.gameId()) > oldMs || closing.getCount() == 0) {
                    return;
                }
                Game ended = game.game();
                // It may be leaving already.
                if (ended == null || ended.getEndedAtMs() > oldMs) {
                    continue;
                }
                if (!isInHistory(game)) {
                    missing++;
                    if (missing == MISSING_MAXIMUM) {
                        return;
                    }
                } else if (!departing.add(partition, game.gameId())) {
                    return;
                }
            }
            after = page.readUpTo();
        } while (after != null);
    }

    private boolean isInHistory(GameReader game) {
        EventPlace place = game.placeOf(1);
        if (!place.isOver()) {
            return false;
        }
        try {
            Reply reply = history.ask("/history/games/" + game.gameId()).join();
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
