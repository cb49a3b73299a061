package dungeon.standalone.bots;

import dungeon.players.DungeonPlayer;
import dungeon.players.GameSeat;
import dungeon.players.SignedInPlayer;
import dungeon.players.connection.Platform;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs bots, each on a thread of its own. Who they are is kept in a folder, so that after a kill the same bots go on in
 * their games.
 */
public final class BotHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BotHost.class);
    private static final long STOP_MAXIMUM_MS = 5_000;

    private final Path folder;
    private final Platform platform;
    private final Map<String, Map<String, Thread>> threadsByGame = new HashMap<>();
    private boolean closed;

    /** Bots that are kept in a folder, which is made if it is missing. */
    public BotHost(Path folder, Platform platform) {
        this.folder = folder;
        this.platform = platform;
    }

    /** Lets the bots that are kept go on in their games. */
    public void resume() throws InterruptedException {
        for (String gameId : Roster.games(folder)) {
            play(gameId, List.of());
        }
    }

    /**
     * Lets bots play a game: the ones that played it before, and new ones if they are too few. Does nothing for bots that
     * play already. Returns when all are registered.
     *
     * @param kinds one for each bot
     */
    public synchronized void play(String gameId, List<BotKind> kinds) throws InterruptedException {
        if (closed) {
            return;
        }
        Map<String, Thread> threads = threadsByGame.computeIfAbsent(gameId, newGame -> new HashMap<>());
        for (BotIdentity identity : Roster.of(folder, gameId).complete(kinds, platform)) {
            threads.computeIfAbsent(identity.credentials().playerId(), playerId -> start(gameId, identity));
        }
    }

    private Thread start(String gameId, BotIdentity identity) {
        Thread thread = new Thread(
                () -> playToTheEnd(gameId, identity), identity.credentials().playerName());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Forgets the bots of a game that is over. */
    public synchronized void forget(String gameId) {
        threadsByGame.remove(gameId);
        Roster.of(folder, gameId).remove();
    }

    @Override
    public void close() {
        List<Thread> threads;
        synchronized (this) {
            closed = true;
            threads = threadsByGame.values().stream()
                    .flatMap(game -> game.values().stream())
                    .toList();
        }
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(STOP_MAXIMUM_MS);
            }
        } catch (InterruptedException e) {
            // They are daemons, and end with the process at the latest.
            Thread.currentThread().interrupt();
        }
    }

    private void playToTheEnd(String gameId, BotIdentity identity) {
        try {
            SignedInPlayer player = DungeonPlayer.connect(platform).with(identity.credentials());
            GameSeat seat = (identity.kind().overHttp() ? player : player.overKafka()).game(gameId);
            seat.playOn(identity.kind().source().strategies());
        } catch (InterruptedException e) {
            LOG.debug("{} no longer plays game {}", identity.credentials().playerName(), gameId, e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Somebody's strategy, whose jar may have gone or lack a class.
            LOG.error("{} cannot play game {} any more", identity.credentials().playerName(), gameId, e);
        }
    }
}
