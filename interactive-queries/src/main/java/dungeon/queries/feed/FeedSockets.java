package dungeon.queries.feed;

import dungeon.platform.token.TokenJudge;
import dungeon.queries.events.Feeds;
import dungeon.queries.transport.Client;
import dungeon.queries.transport.Clients;
import dungeon.queries.transport.StreamPlaces;
import dungeon.schemas.Event;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where feeds can be had. It stands on Jetty's sockets and not on Javalin's, which do not tell of answers to a ping, by which those who are gone
 * are found.
 */
public final class FeedSockets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSockets.class);

    /** What a client may send: a token and the numbers that it has of its games. */
    static final int MESSAGE_BYTES_MAXIMUM = 32 * 1024;

    /** How much is sent at a time. */
    static final int BATCH_BYTES = 64 * 1024;

    /** How often what has come is sent: seen as at once, and seldom enough to cost nothing. */
    private static final long SERVE_MS = 50;

    /** How long a client has to read why it is closed. */
    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** A phone that changes its network answers the third. */
    private static final int UNANSWERED_PINGS = 3;

    /**
     * What can be followed.
     *
     * @param finder knows where it is
     * @param feeds hand it to those who follow
     * @param audience is told who does
     */
    public record Followed<E extends SpecificRecord>(AggregateFinder finder, Feeds<E> feeds, Audience audience) {}

    private final StreamPlaces places;
    private final Clients clients;
    private final Set<FeedSocket> open = ConcurrentHashMap.newKeySet();
    private final Object oneIsGone = new Object();
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(
            1,
            task -> {
                Thread thread = new Thread(task, "feed-timer");
                thread.setDaemon(true);
                return thread;
            },
            // Whoever connects while all ends is not looked after any more.
            new ThreadPoolExecutor.DiscardPolicy());

    private final LobbyFeeds lobby;
    private final PlayerFeeds players;
    private final Map<String, FeedEndpoint> endpoints;

    /**
     * Prepares to take clients.
     *
     * @param games where robots' games are
     * @param rooms where rooms are
     * @param places those of all streams
     * @param heartbeat how often clients are asked whether they are there
     * @param stall how long a client may leave a message lying
     */
    public FeedSockets(
            Followed<Event> games,
            Followed<TicTacToeEvent> rooms,
            OwnGames ownGames,
            TokenJudge tokens,
            StreamPlaces places,
            Clients clients,
            Duration heartbeat,
            Duration stall) {
        this.places = places;
        this.clients = clients;
        FeedMessages messages = new FeedMessages(InstantSource.system());
        LobbyRing ring = new LobbyRing(System::currentTimeMillis);
        lobby = new LobbyFeeds(ring, messages, heartbeat, stall);
        players = new PlayerFeeds(
                tokens,
                ownGames,
                new PlayerFeed.Means(games.finder(), games.feeds(), messages, heartbeat),
                InstantSource.system(),
                timer);
        endpoints = Map.of(
                AggregateFeeds.Kind.GAMES.path(),
                new AggregateFeeds(AggregateFeeds.Kind.GAMES, games, messages),
                AggregateFeeds.Kind.ROOMS.path(),
                new AggregateFeeds(AggregateFeeds.Kind.ROOMS, rooms, messages),
                LobbyFeeds.PATH,
                lobby,
                PlayerFeeds.PATH,
                players);
        games.feeds().tap(ring);
        games.feeds().tap(players);
        every(SERVE_MS, lobby::serve);
        every(SERVE_MS, players::serve);
        Duration silenceMaximum = heartbeat.multipliedBy(UNANSWERED_PINGS);
        every(heartbeat.toMillis(), () -> open.forEach(socket -> socket.ping(silenceMaximum)));
    }

    /** Adds the endpoints to a server. */
    public void register(ServletContextHandler context) {
        JettyWebSocketServletContainerInitializer.configure(context, (servlets, container) -> {
            container.setMaxTextMessageSize(MESSAGE_BYTES_MAXIMUM);
            container.setMaxBinaryMessageSize(1);
            // What is silent is found by pings.
            container.setIdleTimeout(Duration.ZERO);
            endpoints.forEach((path, endpoint) -> add(container, path, endpoint));
        });
    }

    /** Says good-bye, and gives everybody the time to hear it: a server that ends before resets connections, and with them what was not read. */
    @Override
    public void close() {
        lobby.close();
        players.close();
        awaitNobody();
        timer.shutdown();
    }

    private void awaitNobody() {
        long deadlineNanos = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        synchronized (oneIsGone) {
            long leftMs = CLOSE_TIMEOUT.toMillis();
            while (!open.isEmpty() && leftMs > 0) {
                try {
                    oneIsGone.wait(leftMs);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            }
        }
    }

    private void every(long ms, Runnable task) {
        var unused = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        // One that is not caught would end the serving for good.
                        LOG.error("Feeds could not be served for a moment", e);
                    }
                },
                ms,
                ms,
                TimeUnit.MILLISECONDS);
    }

    private void add(JettyWebSocketServerContainer container, String path, FeedEndpoint endpoint) {
        container.addMapping("uri-template|" + path, (request, response) -> {
            // To pack messages costs some hundred kilobytes for each client, and each would be packed for each of them.
            response.setExtensions(List.of());
            return new Connection(endpoint, FeedRequest.of(request, path), clients.of(request.getHttpServletRequest()));
        });
    }

    /** One client from its connection on. */
    public final class Connection implements Session.Listener.AutoDemanding {
        private final FeedEndpoint endpoint;
        private final FeedRequest request;
        private final Client client;
        private FeedSocket socket;
        private Runnable giveBack = () -> {};
        private volatile Function<String, Boolean> onText = text -> false;

        private Connection(FeedEndpoint endpoint, FeedRequest request, Client client) {
            this.endpoint = endpoint;
            this.request = request;
            this.client = client;
        }

        @Override
        public void onWebSocketOpen(Session session) {
            socket = new FeedSocket(session, timer, () -> places.take(client));
            open.add(socket);
            try {
                giveBack = places.take(client);
                onText = endpoint.open(request, socket);
            } catch (StreamPlaces.RefusedException e) {
                socket.close(FeedClose.of(e));
            } catch (MalformedFeedException e) {
                socket.close(FeedClose.MALFORMED, e.getMessage());
            }
        }

        @Override
        public void onWebSocketText(String message) {
            socket.heard();
            if (!onText.apply(message)) {
                socket.close(FeedClose.MALFORMED, "Nothing of this kind is to be sent here");
            }
        }

        @Override
        public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
            callback.succeed();
            socket.close(FeedClose.MALFORMED, "No bytes are to be sent here");
        }

        @Override
        public void onWebSocketPong(ByteBuffer payload) {
            socket.heard();
        }

        @Override
        public void onWebSocketError(Throwable cause) {
            LOG.debug("A feed has failed", cause);
        }

        @Override
        public void onWebSocketClose(int statusCode, String reason, Callback callback) {
            socket.left();
            giveBack.run();
            callback.succeed();
            synchronized (oneIsGone) {
                open.remove(socket);
                oneIsGone.notifyAll();
            }
        }
    }
}
