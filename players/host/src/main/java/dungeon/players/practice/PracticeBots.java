package dungeon.players.practice;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.platform.metrics.ServiceMeters;
import dungeon.players.bots.BotHost;
import dungeon.players.bots.BotKind;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends bots into practice games, as many as they have places beside their players', and into matches that players have opened, as many as
 * there are seats left. Several instances share the games: {@link Turn} says who goes first, and {@link Claim} whose a game is.
 */
public final class PracticeBots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeBots.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(5);
    private static final List<String> STATES = List.of("CREATED", "STARTED");
    private static final BotKind ANY = BotKind.overHttp(1).get(0);

    private final Platform platform;
    private final int gamesMaximum;
    private final Turn turn;
    private final BotHost bots;
    private final OpenGames open;
    private final Set<String> hosted = ConcurrentHashMap.newKeySet();
    private final Set<String> matches = ConcurrentHashMap.newKeySet();
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final Set<String> released = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter won;
    private final Counter lost;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonHttp http = new JsonHttp();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "practice-bots-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread follower = new Thread(this::follow, "practice-bots");
    private volatile String problem = "The lobby is not followed yet";

    private PracticeBots(Path folder, Platform platform, Turn turn, int gamesMaximum, MeterRegistry meters) {
        this.platform = platform;
        this.gamesMaximum = gamesMaximum;
        this.turn = turn;
        this.bots = new BotHost(folder, platform, this::leave);
        this.open = new OpenGames(turn);
        this.won = claims(meters, "won");
        this.lost = claims(meters, "lost");
        Gauge.builder("dungeon.bots.games", hosted, Set::size)
                .description("Practice games and matches that are played here, or claimed")
                .register(meters);
        Gauge.builder("dungeon.bots.games.maximum", () -> gamesMaximum)
                .description("How many can be")
                .register(meters);
        Gauge.builder("dungeon.bots.games.waiting", waiting, AtomicInteger::get)
                .description(
                        "Practice games and matches that want bots now, and for which it is not the turn of this instance, or no room")
                .register(meters);
    }

    private static Counter claims(MeterRegistry meters, String result) {
        return Counter.builder("dungeon.bots.claims")
                .description("Practice games and matches that were claimed here, and whose they were by the log")
                .tag("result", result)
                .register(meters);
    }

    /**
     * Goes on with the games of before, and begins to look for new ones. Waits for nobody: who is away is asked again.
     *
     * @param folder keeps who the bots are; made if it is missing
     * @param gamesMaximum how many games are played at a time
     */
    public static PracticeBots start(
            Path folder, Platform platform, Turn turn, int gamesMaximum, MeterRegistry meters) {
        PracticeBots practice = new PracticeBots(folder, platform, turn, gamesMaximum, meters);
        // These are of this instance before it looks for others.
        practice.hosted.addAll(practice.bots.keptGames());
        practice.hosted.forEach(gameId -> practice.worker.execute(() -> practice.resume(gameId)));
        practice.follower.setDaemon(true);
        practice.follower.start();
        return practice;
    }

    /** The only instance, which nobody measures. */
    public static PracticeBots alone(Path folder, Platform platform) {
        return start(folder, platform, Turn.alone(), PracticeLimits.GAMES_MAXIMUM, ServiceMeters.none());
    }

    /** Why no new games are found at the moment, a sentence; empty if they are. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether it goes on to look for games, found or not. */
    public boolean isLooking() {
        return follower.isAlive();
    }

    /** The games that are played here or claimed; UUIDs. */
    public Set<String> games() {
        return Set.copyOf(hosted);
    }

    @Override
    public void close() {
        follower.interrupt();
        // Before the bots are, because one who waits for a name would hold them up.
        worker.shutdownNow();
        try {
            follower.join(STOP_MAXIMUM.toMillis());
            if (!worker.awaitTermination(STOP_MAXIMUM.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Who looks after the bots did not stop within {}", STOP_MAXIMUM);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bots.close();
    }

    private void follow() {
        try {
            while (true) {
                try {
                    followFeed();
                } catch (IOException | RuntimeException e) {
                    // Not its message alone: refused connections have none.
                    LOG.warn("New practice games are not found for the moment: {}", e.toString());
                    LOG.debug("The whole of it", e);
                    problem = "New practice games are not found for the moment: " + e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer looks for practice games", e);
        }
    }

    private void followFeed() throws IOException, InterruptedException {
        try (LobbyFeed feed = LobbyFeed.open(client, platform.queriesUrl())) {
            open.begin();
            long listAtNanos = System.nanoTime();
            while (true) {
                feed.next(POLL).forEach(open::learn);
                // Not before the feed tells all that is new, and again because the list may be a moment behind it.
                if (feed.hasBegun() && System.nanoTime() - listAtNanos >= 0) {
                    list();
                    listAtNanos = System.nanoTime() + PracticeLimits.LIST_EVERY.toNanos();
                    problem = null;
                }
                takeUp();
            }
        }
    }

    private void list() throws IOException, InterruptedException {
        for (String gameId : Set.copyOf(released)) {
            open.release(gameId);
            released.remove(gameId);
        }
        for (String state : STATES) {
            String after = "";
            do {
                JsonNode page = http.get("%s/games?state=%s%s".formatted(platform.queriesUrl(), state, after));
                page.path("games").forEach(open::found);
                String next = page.path("next").asText("");
                after = next.isEmpty() || next.equals("null") ? "" : "&after=" + next;
            } while (!after.isEmpty());
        }
    }

    private void takeUp() {
        int matchesMaximum = Math.max(1, gamesMaximum / PracticeLimits.MATCHES_ONE_IN);
        for (BotWish wish :
                open.due(System.currentTimeMillis(), gamesMaximum - hosted.size(), matchesMaximum - matches.size())) {
            if (hosted.add(wish.gameId())) {
                if (wish.isMatch()) {
                    matches.add(wish.gameId());
                }
                worker.execute(() -> take(wish));
            }
        }
        waiting.set(open.waiting(System.currentTimeMillis()));
    }

    /** Goes on with a game of before. Nobody else could. */
    private void resume(String gameId) {
        try {
            if (bots.forgetIfOver(gameId)) {
                leave(gameId);
            } else {
                // It has one already, of whatever kind.
                lead(gameId, ANY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The bots of game {} cannot go on yet: {}", gameId, e.toString());
            later(() -> resume(gameId), PAUSE);
        }
    }

    private void take(BotWish wish) {
        try {
            lead(wish.gameId(), wish.bots(0).get(0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("No bot can go into game {} yet: {}", wish.gameId(), e.toString());
            leave(wish.gameId());
            released.add(wish.gameId());
        }
    }

    /** Sends the first bot, which finds out whose the game is. */
    private void lead(String gameId, BotKind kind) throws InterruptedException {
        bots.lead(
                gameId,
                kind,
                (playerId, strategy) -> new Claim(
                        playerId, strategy, wish -> wish.isDue(turn, System.currentTimeMillis()), new Outcome(gameId)));
    }

    /** The strategy of the first bot may begin anew, and then reads the log once more. */
    private final class Outcome implements Claim.Verdict {
        private final String gameId;

        Outcome(String gameId) {
            this.gameId = gameId;
        }

        @Override
        public void won(BotWish wish, List<BotKind> kinds) {
            if (decided.add(gameId)) {
                won.increment();
                LOG.info("Game {} is played here, by {} bots", gameId, kinds.size());
            }
            // One that was kept from before was not known to be a match.
            if (wish.isMatch() && hosted.contains(gameId)) {
                matches.add(gameId);
            }
            later(() -> bring(gameId, kinds), Duration.ZERO);
        }

        @Override
        public void lost() {
            if (decided.add(gameId)) {
                lost.increment();
            }
        }
    }

    /** Sends the others after it. */
    private void bring(String gameId, List<BotKind> kinds) {
        try {
            if (hosted.contains(gameId)) {
                bots.play(gameId, kinds);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Not all bots can go into game {} yet: {}", gameId, e.toString());
            later(() -> bring(gameId, kinds), PAUSE);
        }
    }

    private void later(Runnable task, Duration delay) {
        try {
            var unused = worker.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stops, and does no more", e);
        }
    }

    private void leave(String gameId) {
        decided.remove(gameId);
        matches.remove(gameId);
        hosted.remove(gameId);
    }
}
