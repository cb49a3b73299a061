package dungeon.queries.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

/** The places that a player's games take, whenever the client leaves. */
class PlayerFeedTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final Map<String, Long> GAMES = Map.of(GAME, 1L);

    private final AtomicInteger taken = new AtomicInteger();
    private final FeedSocket socket = new FeedSocket(session(), null, () -> {
        taken.incrementAndGet();
        return taken::decrementAndGet;
    });
    private final PlayerFeed feed = new PlayerFeed(
            "player",
            null,
            socket,
            new PlayerFeed.Means(
                    (gameId, from) -> new CompletableFuture<>(),
                    null,
                    new FeedMessages(InstantSource.system()),
                    Duration.ofSeconds(1)));

    @Test
    void areGivenBackWhenTheClientLeavesWhileItsGamesAreLookedFor() {
        feed.whenGone(() -> {});
        feed.begin(GAMES, true);
        feed.join("20000000-0000-4000-8000-000000000002");
        assertThat(taken).hasValue(2);

        socket.left();

        assertThat(taken).hasValue(0);
    }

    @Test
    void areNotTakenForAClientThatHasLeftBeforeItsGamesWereKnown() {
        feed.whenGone(() -> {});
        socket.left();

        feed.begin(GAMES, true);

        assertThat(taken).hasValue(0);
    }

    /** Takes what it is sent, and sends nothing. */
    private static Session session() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> null);
    }
}
