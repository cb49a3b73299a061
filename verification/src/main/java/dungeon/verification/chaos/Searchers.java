package dungeon.verification.chaos;

import dungeon.players.DungeonPlayer;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.Platform;
import dungeon.players.tictactoe.EasyChooser;
import dungeon.players.tictactoe.OpponentFinder;
import dungeon.players.tictactoe.RoomSeat;
import dungeon.standalone.machine.Waiting;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Players who look for an opponent, play a round with whom they find, and look for the next one. */
final class Searchers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Searchers.class);
    private static final String PACE = "FAST";

    /** A round that was begun is over by then; whoever still waits is interrupted. */
    private static final Duration LAST_ROUND = Duration.ofSeconds(40);

    private final Platform platform;
    private final int players;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private volatile boolean stopped;

    /** @param players how many search; of an odd number there is always one who waits */
    Searchers(Platform platform, int players) {
        this.platform = platform;
        this.players = players;
    }

    void start() {
        for (int i = 0; i < players; i++) {
            long seed = i;
            workers.execute(() -> searchAgainAndAgain(seed));
        }
    }

    /**
     * Begins no more searches, and waits for those that run to come to their end or to be given up.
     *
     * @return what has gone wrong; empty for nothing
     */
    Optional<String> end(Duration atMost) throws InterruptedException {
        stopped = true;
        workers.shutdown();
        if (!workers.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
            workers.shutdownNow();
        }
        boolean ended = Waiting.until(workers::isTerminated, atMost);
        return ended ? Optional.ofNullable(failures.peek()) : Optional.of("a search has not ended after " + atMost);
    }

    @Override
    public void close() {
        stopped = true;
        workers.shutdownNow();
    }

    private void searchAgainAndAgain(long seed) {
        try {
            Credentials player = DungeonPlayer.connect(platform).asGuest().credentials();
            EasyChooser chooser = new EasyChooser(seed);
            while (!stopped) {
                Optional<RoomSeat> seat = new OpponentFinder(platform, player, PACE).find();
                if (seat.isPresent()) {
                    Rooms.patiently(() -> {
                        seat.get().play(chooser, 1);
                        return true;
                    });
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No more searches", e);
        } catch (HttpProblem | UncheckedIOException e) {
            LOG.error("A searcher has ended", e);
            failures.add("a searcher has ended: " + e);
        }
    }
}
