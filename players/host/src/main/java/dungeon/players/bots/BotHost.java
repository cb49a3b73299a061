package dungeon.players.bots;

import dungeon.platform.envelope.Ids;
import dungeon.platform.process.LogContext;
import dungeon.players.DungeonPlayer;
import dungeon.players.GameSeat;
import dungeon.players.SignedInPlayer;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.players.game.LeftGameException;
import dungeon.players.game.Strategy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs bots, each on a thread of its own. Who they are is kept in a folder, so that after a kill the same bots go on in
 * their games.
 */
public final class BotHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BotHost.class);
    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(5);

    /** Younger games may be missing at the queries, which hear of them a moment later. */
    private static final Duration SURELY_KNOWN = Duration.ofMinutes(10);

    private static final Set<Integer> GONE = Set.of(308, 404, 410);

    private final Path folder;
    private final Platform platform;
    private final Consumer<String> whenOver;
    private final Map<String, Company> companies = new HashMap<>();
    private boolean closed;

    /** The bots of a game that play here, those of them that have come to its end, and those that cannot go on. */
    private record Company(Map<String, Thread> threads, Set<String> done, Set<String> broken) {
        Company() {
            this(new HashMap<>(), new HashSet<>(), new HashSet<>());
        }

        boolean isOver() {
            return threads.keySet().stream().allMatch(bot -> done.contains(bot) || broken.contains(bot));
        }
    }

    /** Stands between a bot and its strategy. */
    @FunctionalInterface
    public interface Companion {
        /**
         * The strategy that the bot plays in place of its own.
         *
         * @param playerId the bot's; UUID
         */
        Strategy accompany(String playerId, Strategy strategy);
    }

    /** Bots that are kept in a folder, which is made if it is missing. */
    public BotHost(Path folder, Platform platform) {
        this(folder, platform, gameId -> {});
    }

    /** @param whenOver is told of each game that none of its bots plays any more; on a thread of the last one */
    public BotHost(Path folder, Platform platform, Consumer<String> whenOver) {
        this.folder = folder;
        this.platform = platform;
        this.whenOver = whenOver;
    }

    /** The games whose bots are kept; UUIDs. */
    public List<String> keptGames() {
        return Roster.games(folder);
    }

    /** Lets the bots that are kept go on in their games. */
    public void resume() throws InterruptedException {
        for (String gameId : keptGames()) {
            if (!forgetIfOver(gameId)) {
                play(gameId, List.of());
            }
        }
    }

    /** Whether a game is over; then its bots are forgotten. Who does not answer leaves it open. */
    public boolean forgetIfOver(String gameId) throws InterruptedException {
        boolean over = isOver(gameId);
        if (over) {
            forget(gameId);
        }
        return over;
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
        List<BotIdentity> identities = Roster.of(folder, gameId).complete(kinds, platform);
        Company company = companies.computeIfAbsent(gameId, newGame -> new Company());
        for (BotIdentity identity : identities) {
            company.threads()
                    .computeIfAbsent(
                            identity.credentials().playerId(),
                            playerId -> start(gameId, identity, (player, strategy) -> strategy));
        }
    }

    /**
     * Lets the first of a game's bots play, a new one if there is none, and the others only when {@link #play} is called.
     *
     * @param kind of a new one
     * @param companion stands between the bot and its strategy
     */
    public synchronized void lead(String gameId, BotKind kind, Companion companion) throws InterruptedException {
        if (closed) {
            return;
        }
        BotIdentity first =
                Roster.of(folder, gameId).complete(List.of(kind), platform).get(0);
        Company company = companies.computeIfAbsent(gameId, newGame -> new Company());
        company.threads().computeIfAbsent(first.credentials().playerId(), playerId -> start(gameId, first, companion));
    }

    private Thread start(String gameId, BotIdentity identity, Companion companion) {
        Thread thread = new Thread(
                () -> playToTheEnd(gameId, identity, companion),
                identity.credentials().playerName());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Forgets the bots of a game, which they leave, or which is over. */
    public synchronized void forget(String gameId) {
        Company company = companies.remove(gameId);
        if (company != null) {
            company.threads().values().stream()
                    .filter(thread -> thread != Thread.currentThread())
                    .forEach(Thread::interrupt);
        }
        Roster.of(folder, gameId).remove();
    }

    @Override
    public void close() {
        List<Thread> threads;
        synchronized (this) {
            closed = true;
            threads = companies.values().stream()
                    .flatMap(company -> company.threads().values().stream())
                    .toList();
        }
        threads.forEach(Thread::interrupt);
        long deadlineNanos = System.nanoTime() + STOP_MAXIMUM.toNanos();
        try {
            for (Thread thread : threads) {
                // They are daemons, and end with the process at the latest.
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void playToTheEnd(String gameId, BotIdentity identity, Companion companion) {
        LogContext.about(gameId);
        try {
            SignedInPlayer player = DungeonPlayer.connect(platform).with(identity.credentials());
            GameSeat seat = (identity.kind().overHttp() ? player : player.overKafka()).game(gameId);
            String playerId = identity.credentials().playerId();
            seat.playOn(() -> companion.accompany(
                    playerId, identity.kind().source().strategies().get()));
            end(gameId, company -> company.done().add(playerId));
        } catch (LeftGameException e) {
            LOG.info("{} leaves game {}: {}", identity.credentials().playerName(), gameId, e.getMessage());
            end(gameId, company -> company.done().add(identity.credentials().playerId()));
        } catch (InterruptedException e) {
            LOG.debug("{} no longer plays game {}", identity.credentials().playerName(), gameId, e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Somebody's strategy, whose jar may have gone or lack a class.
            LOG.error("{} cannot play game {} any more", identity.credentials().playerName(), gameId, e);
            end(gameId, company -> company.broken().add(identity.credentials().playerId()));
        }
    }

    /** A bot plays no longer; with the last one, the game is over here. Those that broke stay in the folder, for a start with a strategy that works. */
    private void end(String gameId, Consumer<Company> bot) {
        synchronized (this) {
            Company company = companies.get(gameId);
            if (closed || company == null) {
                return;
            }
            bot.accept(company);
            if (!company.isOver()) {
                return;
            }
            if (company.broken().isEmpty()) {
                forget(gameId);
            } else {
                companies.remove(gameId);
            }
        }
        whenOver.accept(gameId);
    }

    private boolean isOver(String gameId) throws InterruptedException {
        try {
            return new JsonHttp()
                    .get("%s/games/%s".formatted(platform.queriesUrl(), gameId))
                    .path("state")
                    .asText()
                    .equals("ENDED");
        } catch (HttpProblem e) {
            return GONE.contains(e.status())
                    && System.currentTimeMillis() - Ids.timeMsOf(gameId) > SURELY_KNOWN.toMillis();
        } catch (IOException e) {
            LOG.debug("Whether game {} is over is not known", gameId, e);
            return false;
        }
    }
}
