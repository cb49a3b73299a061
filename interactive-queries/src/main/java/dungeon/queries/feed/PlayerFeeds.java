package dungeon.queries.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.HeldToken;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.queries.events.EventTap;
import dungeon.schemas.Event;
import dungeon.schemas.PlayerJoined;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All games of a player over one socket, at {@code /players/me/feed}. The client says who it is in its first message, since pages cannot set
 * headers of a socket, and addresses end in logs.
 */
final class PlayerFeeds implements FeedEndpoint, EventTap<Event> {
    static final String PATH = "/players/me/feed";

    /** A client that connects has its token at hand. */
    static final Duration AUTHENTICATION_TIMEOUT = Duration.ofSeconds(5);

    /** Clients whose token is checked, and whose games are looked for, at a time; each takes some milliseconds, and seconds while keys are fetched. */
    static final int BEGINNING_MAXIMUM = 200;

    private static final int BEGINNING_THREADS = 2;

    /** The views, in which games are looked for, are not further behind the log while they say that they are ready. */
    static final Duration JOINS_KEPT = Duration.ofMinutes(1);

    /** Players whose joins of the last moments are known, and joins that wait until their games are followed. */
    static final int JOINS_MAXIMUM = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(PlayerFeeds.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TokenJudge tokens;
    private final OwnGames ownGames;
    private final PlayerFeed.Means means;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final Cache<String, Set<String>> joins = Caffeine.newBuilder()
            .expireAfterWrite(JOINS_KEPT)
            .maximumSize(JOINS_MAXIMUM)
            .executor(Runnable::run)
            .build();
    private final ExecutorService beginning = threads(BEGINNING_THREADS, BEGINNING_MAXIMUM);
    /** Apart from those who begin, so that a crowd of them cuts nobody off who is here already. */
    private final ExecutorService joining = threads(1, JOINS_MAXIMUM);

    private final Map<String, Set<PlayerFeed>> byPlayer = new ConcurrentHashMap<>();

    PlayerFeeds(
            TokenJudge tokens,
            OwnGames ownGames,
            PlayerFeed.Means means,
            InstantSource clock,
            ScheduledExecutorService timer) {
        this.tokens = tokens;
        this.ownGames = ownGames;
        this.means = means;
        this.clock = clock;
        this.timer = timer;
    }

    @Override
    public Function<String, Boolean> open(FeedRequest request, FeedSocket socket) throws MalformedFeedException {
        request.requireOnly(Set.of());
        AtomicBoolean asked = new AtomicBoolean();
        var unused = timer.schedule(
                () -> {
                    if (!asked.get()) {
                        socket.close(FeedClose.UNAUTHENTICATED);
                    }
                },
                AUTHENTICATION_TIMEOUT.toMillis(),
                TimeUnit.MILLISECONDS);
        return text -> {
            boolean first = !asked.getAndSet(true);
            if (first) {
                execute(beginning, socket, () -> authenticate(text, socket));
            }
            return first;
        };
    }

    @Override
    public void begins(Map<Integer, Long> offsets) {
        // Who joins from now on is told.
    }

    @Override
    public void taken(Event event, int partition, long offset) {
        if (event.getPayload() instanceof PlayerJoined) {
            String playerId = event.getPlayerId();
            // Before the feeds are looked at, as who begins looks at the joins after it is among the feeds.
            joins.asMap().merge(playerId, Set.of(event.getGameId()), PlayerFeeds::together);
            byPlayer.getOrDefault(playerId, Set.of())
                    .forEach(feed -> execute(joining, feed.socket(), () -> feed.join(event.getGameId())));
        }
    }

    private static Set<String> together(Set<String> some, Set<String> more) {
        if (some.size() >= PlayerFeed.GAMES_MAXIMUM) {
            return some;
        }
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** What has no room is tried again by the client. */
    private static void execute(ExecutorService executor, FeedSocket socket, Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("There is no room for another client", e);
            socket.close(FeedClose.COME_AGAIN);
        }
    }

    /**
     * Ends the feeds whose token does not hold any more, and shows those that are alive that are sent nothing else. Called again and again,
     * by one thread.
     */
    void serve() {
        Instant now = clock.instant();
        byPlayer.values().forEach(feeds -> feeds.forEach(feed -> serve(feed, now)));
    }

    private static void serve(PlayerFeed feed, Instant now) {
        try {
            feed.serve(now);
        } catch (RuntimeException e) {
            LOG.warn("A player cannot be served any more", e);
            feed.socket().close(FeedClose.COME_AGAIN);
        }
    }

    void close() {
        beginning.shutdown();
        joining.shutdown();
        byPlayer.values().forEach(feeds -> feeds.forEach(PlayerFeed::close));
    }

    private static ExecutorService threads(int count, int waitingMaximum) {
        return new ThreadPoolExecutor(
                count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waitingMaximum), task -> {
                    Thread thread = new Thread(task, "player-feeds");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private void authenticate(String text, FeedSocket socket) {
        if (socket.isClosed()) {
            return;
        }
        try {
            JsonNode message = JSON.readTree(text);
            if (!"authenticate".equals(message.path("kind").asText())) {
                throw new MalformedFeedException("The first message must be of the kind authenticate");
            }
            HeldToken token = new HeldToken(message.path("token").asText(), tokens);
            boolean isPlayers = token.claims().kind() == PrincipalKind.PLAYER;
            // All games of a player are more than a token for one of them is for.
            if (!isPlayers || token.claims().gameId() != null || !token.holdsAt(clock.instant())) {
                socket.close(FeedClose.UNAUTHENTICATED);
                return;
            }
            begin(token, games(message.path("games")), socket);
        } catch (JsonProcessingException e) {
            socket.close(FeedClose.MALFORMED, "The message is no JSON");
        } catch (MalformedFeedException e) {
            socket.close(FeedClose.MALFORMED, e.getMessage());
        } catch (TokenRefusedException e) {
            socket.close(FeedClose.UNAUTHENTICATED, e.getMessage());
        } catch (RuntimeException e) {
            LOG.debug("Who a client is cannot be told now", e);
            socket.close(FeedClose.NOT_AVAILABLE);
        }
    }

    private static Map<String, Long> games(JsonNode games) throws MalformedFeedException {
        if (games.size() > PlayerFeed.GAMES_MAXIMUM) {
            throw new MalformedFeedException("There are more than %d games".formatted(PlayerFeed.GAMES_MAXIMUM));
        }
        Map<String, Long> from = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> game : games.properties()) {
            from.put(
                    FeedRequest.id("games", game.getKey()),
                    FeedRequest.from(game.getValue().asText()));
        }
        return from;
    }

    private void begin(HeldToken token, Map<String, Long> games, FeedSocket socket) {
        String playerId = token.claims().subject();
        PlayerFeed feed = new PlayerFeed(playerId, token, socket, means);
        // Before the games are looked for, so that none falls between.
        byPlayer.compute(playerId, (id, feeds) -> {
            Set<PlayerFeed> all = feeds == null ? ConcurrentHashMap.newKeySet() : feeds;
            all.add(feed);
            return all;
        });
        feed.whenGone(() -> byPlayer.computeIfPresent(playerId, (id, feeds) -> {
            feeds.remove(feed);
            return feeds.isEmpty() ? null : feeds;
        }));
        FeedClose.onFailure(socket, ownGames.of(playerId).thenAccept(found -> {
            Map<String, Long> all = new LinkedHashMap<>(games);
            found.gameIds().forEach(gameId -> all.putIfAbsent(gameId, 1L));
            // The views may not have had what was joined a moment ago.
            Optional.ofNullable(joins.getIfPresent(playerId))
                    .ifPresent(joined -> joined.forEach(gameId -> all.putIfAbsent(gameId, 1L)));
            feed.begin(all, found.complete());
        }));
    }
}
