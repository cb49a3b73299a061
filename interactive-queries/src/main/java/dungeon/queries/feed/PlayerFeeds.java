package dungeon.queries.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.queries.events.EventTap;
import dungeon.schemas.Event;
import dungeon.schemas.PlayerJoined;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All games of a player over one socket, at {@code /players/me/feed}. The client says who it is in its first message, since pages cannot set
 * headers of a socket, and addresses end in logs.
 */
final class PlayerFeeds implements FeedEndpoint, EventTap {
    static final String PATH = "/players/me/feed";

    /** A client that connects has its token at hand. */
    static final Duration AUTHENTICATION_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PlayerFeeds.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TokenJudge tokens;
    private final OwnGames ownGames;
    private final PlayerFeed.Means means;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    /** Checks tokens, for which keys may have to be fetched, and looks for games. */
    private final Executor executor;

    private final Map<String, Set<PlayerFeed>> byPlayer = new ConcurrentHashMap<>();

    PlayerFeeds(
            TokenJudge tokens,
            OwnGames ownGames,
            PlayerFeed.Means means,
            InstantSource clock,
            ScheduledExecutorService timer,
            Executor executor) {
        this.tokens = tokens;
        this.ownGames = ownGames;
        this.means = means;
        this.clock = clock;
        this.timer = timer;
        this.executor = executor;
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
                executor.execute(() -> authenticate(text, socket));
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
            Set<PlayerFeed> feeds = byPlayer.get(event.getPlayerId());
            if (feeds != null) {
                feeds.forEach(feed -> executor.execute(() -> feed.follow(event.getGameId(), 1)));
            }
        }
    }

    /** Shows that those are alive who are sent nothing else. Called again and again, by one thread. */
    void serve() {
        byPlayer.values().forEach(feeds -> feeds.forEach(PlayerFeed::serve));
    }

    void close() {
        byPlayer.values().forEach(feeds -> feeds.forEach(PlayerFeed::close));
    }

    private void authenticate(String text, FeedSocket socket) {
        try {
            JsonNode message = JSON.readTree(text);
            if (!"authenticate".equals(message.path("kind").asText())) {
                throw new MalformedFeedException("The first message must be of the kind authenticate");
            }
            TokenClaims claims = tokens.judge(message.path("token").asText());
            if (claims.kind() != PrincipalKind.PLAYER || !clock.instant().isBefore(claims.expiresAt())) {
                socket.close(FeedClose.UNAUTHENTICATED);
                return;
            }
            begin(claims.subject(), games(message.path("games")), socket);
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

    private void begin(String playerId, Map<String, Long> games, FeedSocket socket) {
        PlayerFeed feed = new PlayerFeed(playerId, socket, means);
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
        var unused = ownGames.of(playerId).whenComplete((found, problem) -> {
            if (problem != null) {
                LOG.debug("The games of {} cannot be found now", playerId, problem);
                socket.close(FeedClose.NOT_AVAILABLE);
                return;
            }
            Map<String, Long> all = new LinkedHashMap<>(games);
            found.gameIds().forEach(gameId -> all.putIfAbsent(gameId, 1L));
            feed.begin(all, found.complete());
        });
    }
}
