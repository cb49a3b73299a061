package dungeon.queries.feed;

import dungeon.queries.events.EventSink;
import dungeon.queries.events.FeedEvent;
import dungeon.queries.events.Feeds;
import dungeon.queries.events.FoundGame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;

/** The games of one player over one socket: each waits with one message until it is its turn. */
final class PlayerFeed {
    /** Those that one socket follows; as many practice games and matches as a bot plays at a time, and room to spare. */
    static final int GAMES_MAXIMUM = 50;

    /** Of messages that wait for the client; then its games wait, and nothing gathers. */
    static final int WAITING_BYTES_MAXIMUM = 128 * 1024;

    /**
     * What all such feeds use.
     *
     * @param heartbeat after how long without a message a feed shows that it is alive
     * @param silenceMaximum after how long without an answer to a ping a client counts as gone
     */
    record Means(GameFinder finder, Feeds feeds, FeedMessages messages, Duration heartbeat, Duration silenceMaximum) {}

    private record Message(Channel from, String text) {}

    private final String playerId;
    private final FeedSocket socket;
    private final Means means;
    private final Map<String, Channel> channels = new HashMap<>();
    private final Set<String> joinedEarly = new LinkedHashSet<>();
    private final Queue<Message> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean begun;
    private boolean gone;
    private long sentNanos = System.nanoTime();
    private Runnable onGone = () -> {};

    PlayerFeed(String playerId, FeedSocket socket, Means means) {
        this.playerId = playerId;
        this.socket = socket;
        this.means = means;
    }

    void whenGone(Runnable action) {
        onGone = action;
        socket.follow(this::sendNext, this::leave);
    }

    /**
     * Begins.
     *
     * @param games each with the number of its first event that is wanted
     * @param complete whether these are all
     */
    void begin(Map<String, Long> games, boolean complete) {
        synchronized (this) {
            begun = true;
            enqueue(new Message(null, means.messages().playerStart(playerId, games.keySet(), complete)));
        }
        sendNext();
        games.forEach(this::follow);
        // The views, in which the others were looked for, may not have had these yet.
        List.copyOf(joinedEarly).forEach(gameId -> follow(gameId, 1));
    }

    /** Follows one more game, if it does not yet. */
    void follow(String gameId, long from) {
        Channel channel = new Channel(gameId);
        synchronized (this) {
            if (!begun && joinedEarly.size() < GAMES_MAXIMUM) {
                joinedEarly.add(gameId);
            }
            if (!begun || gone || channels.containsKey(gameId)) {
                return;
            }
            if (channels.size() < GAMES_MAXIMUM) {
                channels.put(gameId, channel);
            }
        }
        if (isFollowed(channel)) {
            find(channel, from);
        } else {
            refuse(gameId, FeedClose.TOO_MANY_STREAMS);
        }
    }

    private void find(Channel channel, long from) {
        String gameId = channel.gameId;
        var unused = means.finder().find(gameId, from).whenComplete((game, problem) -> {
            if (problem != null) {
                refuse(gameId, FeedClose.of(problem));
            } else {
                begin(channel, game);
            }
        });
    }

    void serve() {
        synchronized (this) {
            boolean silent = System.nanoTime() - sentNanos > means.heartbeat().toNanos();
            if (!begun || gone || !silent || !socket.isReady()) {
                return;
            }
            if (socket.silence().compareTo(means.silenceMaximum()) <= 0) {
                socket.ping();
                enqueue(new Message(null, means.messages().playerAlive()));
            }
        }
        if (socket.silence().compareTo(means.silenceMaximum()) > 0) {
            socket.close(FeedClose.COME_AGAIN, "Nothing was heard of you");
        }
        sendNext();
    }

    void close() {
        socket.close(FeedClose.SERVER_STOPS);
    }

    private void begin(Channel channel, FoundGame game) {
        if (game.isOver() && game.start().next() > game.newest()) {
            forget(channel);
        } else {
            means.feeds().follow(game.start(), OptionalLong.empty(), channel);
        }
    }

    private void refuse(String gameId, FeedClose why) {
        synchronized (this) {
            channels.remove(gameId);
            enqueue(new Message(null, means.messages().playerProblem(gameId, why)));
        }
        sendNext();
    }

    private synchronized boolean isFollowed(Channel channel) {
        return channels.get(channel.gameId) == channel;
    }

    private synchronized void forget(Channel channel) {
        channels.remove(channel.gameId);
    }

    private void leave() {
        List<Channel> all;
        synchronized (this) {
            gone = true;
            all = List.copyOf(channels.values());
            channels.clear();
        }
        all.forEach(Channel::leave);
        onGone.run();
    }

    private synchronized void enqueue(Message message) {
        waiting.add(message);
        waitingBytes += message.text().length();
    }

    private synchronized boolean hasRoom() {
        return waitingBytes < WAITING_BYTES_MAXIMUM;
    }

    /** Sends the next message if the socket takes one, and then lets the games go on. */
    private void sendNext() {
        Message next;
        List<Channel> all;
        synchronized (this) {
            next = socket.isReady() ? waiting.poll() : null;
            if (next == null) {
                return;
            }
            boolean hadRoom = hasRoom();
            waitingBytes -= next.text().length();
            sentNanos = System.nanoTime();
            socket.send(next.text());
            all = hadRoom ? (next.from() == null ? List.of() : List.of(next.from())) : List.copyOf(channels.values());
        }
        all.forEach(Channel::goOn);
    }

    /** One game. */
    private final class Channel implements EventSink {
        private final String gameId;
        private volatile boolean waits;
        private volatile Runnable ready = () -> {};
        private volatile Runnable left = () -> {};

        Channel(String gameId) {
            this.gameId = gameId;
        }

        @Override
        public void open(Runnable whenReady, Runnable whenGone) {
            ready = whenReady;
            left = whenGone;
            if (socket.isClosed()) {
                whenGone.run();
            }
        }

        @Override
        public boolean isBatched() {
            return true;
        }

        @Override
        public boolean isReady() {
            return !waits && hasRoom();
        }

        @Override
        public void send(List<FeedEvent> events) {
            waits = true;
            enqueue(new Message(this, means.messages().playerEvents(gameId, events)));
            sendNext();
        }

        @Override
        public void alive() {
            // The feed as a whole shows that.
        }

        @Override
        public void end(boolean over) {
            if (over) {
                forget(this);
            } else {
                socket.close(FeedClose.SERVER_STOPS);
            }
        }

        @Override
        public void abort() {
            socket.close(FeedClose.COME_AGAIN);
        }

        private void goOn() {
            waits = waits && waitsStill();
            ready.run();
        }

        private boolean waitsStill() {
            synchronized (PlayerFeed.this) {
                return waiting.stream().anyMatch(message -> message.from() == this);
            }
        }

        private void leave() {
            left.run();
        }
    }
}
