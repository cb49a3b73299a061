package dungeon.queries.feed;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What opens, starts and ends among all games, at {@code /lobby/feed}. One thread serves all clients, since there is little to send. */
final class LobbyFeeds implements FeedEndpoint {
    static final String PATH = "/lobby/feed";

    private static final Logger LOG = LoggerFactory.getLogger(LobbyFeeds.class);
    private static final Set<String> PARAMETERS = Set.of("from");

    private final LobbyRing ring;
    private final FeedMessages messages;
    private final Duration heartbeat;
    private final Duration stall;
    private final Set<LobbyFeed> feeds = ConcurrentHashMap.newKeySet();

    LobbyFeeds(LobbyRing ring, FeedMessages messages, Duration heartbeat, Duration stall) {
        this.ring = ring;
        this.messages = messages;
        this.heartbeat = heartbeat;
        this.stall = stall;
    }

    @Override
    public Function<String, Boolean> open(FeedRequest request, FeedSocket socket) throws MalformedFeedException {
        request.requireOnly(PARAMETERS);
        String from = request.single("from");
        if (ring.partitions() == 0) {
            socket.close(FeedClose.NOT_AVAILABLE, "The event log is not read yet");
            return text -> false;
        }
        LobbyPosition had = from == null ? null : LobbyPosition.parse(from, ring.partitions());
        LobbyRing.Entrance entrance = ring.enter(had);
        LobbyFeed feed = new LobbyFeed(socket, entrance.position(), entrance.next());
        feed.begin(entrance.complete());
        // Only now, so that nothing is sent before.
        feeds.add(feed);
        socket.follow(() -> {}, () -> feeds.remove(feed));
        return text -> false;
    }

    /** Sends what has come, and looks after those who take nothing. Called again and again, by one thread. */
    void serve() {
        long nowNanos = System.nanoTime();
        for (LobbyFeed feed : feeds) {
            try {
                feed.serve(nowNanos);
            } catch (RuntimeException e) {
                LOG.warn("A client of the lobby cannot be served any more", e);
                feed.socket.close(FeedClose.COME_AGAIN);
            }
        }
    }

    void close() {
        feeds.forEach(feed -> feed.socket.close(FeedClose.SERVER_STOPS));
    }

    private final class LobbyFeed {
        private final FeedSocket socket;
        /** What the client had when it came. */
        private final LobbyPosition had;

        private LobbyPosition position;
        private long next;
        private long sentNanos = System.nanoTime();

        LobbyFeed(FeedSocket socket, LobbyPosition had, long next) {
            this.socket = socket;
            this.had = had;
            this.position = had;
            this.next = next;
        }

        void begin(boolean complete) {
            socket.send(messages.lobbyStart(position, complete));
        }

        void serve(long nowNanos) {
            if (!socket.isReady()) {
                boolean tooSlow = ring.firstNumber() > next || nowNanos - sentNanos > stall.toNanos();
                if (tooSlow && ring.hasFrom(next)) {
                    socket.close(FeedClose.COME_AGAIN);
                }
            } else if (ring.firstNumber() > next) {
                socket.close(FeedClose.COME_AGAIN);
            } else if (ring.hasFrom(next)) {
                LobbyRing.Slice slice = ring.read(next, had, FeedSockets.BATCH_BYTES);
                next = slice.next();
                position = slice.position();
                if (!slice.events().isEmpty()) {
                    send(messages.lobbyEvents(position, slice.events()), nowNanos);
                }
            } else if (nowNanos - sentNanos > heartbeat.toNanos()) {
                showThatAlive(nowNanos);
            }
        }

        private void showThatAlive(long nowNanos) {
            // Other events have passed meanwhile, behind which it can go on.
            position = position.orLater(ring.positionAt(next));
            send(messages.lobbyAlive(position), nowNanos);
        }

        private void send(String text, long nowNanos) {
            sentNanos = nowNanos;
            socket.send(text);
        }
    }
}
