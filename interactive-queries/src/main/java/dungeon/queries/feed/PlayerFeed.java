package dungeon.queries.feed;

import dungeon.platform.token.HeldToken;
import dungeon.queries.events.EventSink;
import dungeon.queries.events.FeedEvent;
import dungeon.queries.events.Feeds;
import dungeon.queries.events.FoundGame;
import dungeon.queries.transport.StreamPlaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** Of messages about games that cannot be followed; whoever makes more of them and takes none is cut off. */
    static final int WAITING_MAXIMUM = 500;

    /**
     * What all such feeds use.
     *
     * @param heartbeat after how long without a message a feed shows that it is alive
     */
    record Means(AggregateFinder finder, Feeds<?> feeds, FeedMessages messages, Duration heartbeat) {}

    private record Message(Channel from, String text) {}

    private final HeldToken token;
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

    /**
     * @param token of the player, which the feed ends with
     */
    PlayerFeed(String playerId, HeldToken token, FeedSocket socket, Means means) {
        this.token = token;
        this.playerId = playerId;
        this.socket = socket;
        this.means = means;
    }

    FeedSocket socket() {
        return socket;
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
        Map<String, Long> all = new LinkedHashMap<>(games);
        List<Channel> followed = new ArrayList<>();
        synchronized (this) {
            if (gone) {
                return;
            }
            begun = true;
            // The views, in which the others were looked for, may not have had these yet.
            joinedEarly.forEach(gameId -> all.putIfAbsent(gameId, 1L));
            enqueue(means.messages().playerStart(playerId, all.keySet(), complete));
            all.keySet().forEach(gameId -> addTo(followed, gameId));
        }
        sendNext();
        followed.forEach(channel -> find(channel, all.get(channel.gameId)));
    }

    /** A game that the player has joined follows from its first event on, if it does not yet. */
    void join(String gameId) {
        List<Channel> followed = new ArrayList<>();
        synchronized (this) {
            if (!begun && joinedEarly.size() < GAMES_MAXIMUM) {
                joinedEarly.add(gameId);
            }
            if (!begun || gone || channels.containsKey(gameId)) {
                return;
            }
            addTo(followed, gameId);
        }
        sendNext();
        followed.forEach(channel -> find(channel, 1));
    }

    /** Takes a place for a game, or tells the client that there is none. */
    private void addTo(List<Channel> followed, String gameId) {
        try {
            if (channels.size() >= GAMES_MAXIMUM) {
                refuse(gameId, FeedClose.TOO_MANY_STREAMS);
                return;
            }
            Channel channel = new Channel(gameId, socket.takePlace());
            channels.put(gameId, channel);
            followed.add(channel);
        } catch (StreamPlaces.RefusedException e) {
            refuse(gameId, FeedClose.of(e));
        }
    }

    private void find(Channel channel, long from) {
        var unused = means.finder()
                .find(channel.gameId, from)
                .thenAccept(game -> begin(channel, game))
                .exceptionally(problem -> {
                    forget(channel);
                    synchronized (this) {
                        refuse(channel.gameId, FeedClose.of(problem));
                    }
                    sendNext();
                    return null;
                });
    }

    /** Ends if its token does not hold any more; shows that it is alive, if nothing else does. */
    void serve(Instant now) {
        if (!token.holdsAt(now)) {
            socket.close(FeedClose.UNAUTHENTICATED);
            return;
        }
        synchronized (this) {
            boolean silent = System.nanoTime() - sentNanos > means.heartbeat().toNanos();
            if (!begun || gone || !silent || !socket.isReady()) {
                return;
            }
            enqueue(means.messages().playerAlive());
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

    /** Only with the lock. */
    private void refuse(String gameId, FeedClose why) {
        enqueue(means.messages().playerProblem(gameId, why));
    }

    private void forget(Channel channel) {
        synchronized (this) {
            channels.remove(channel.gameId, channel);
        }
        channel.giveBack.run();
    }

    private void leave() {
        List<Channel> all;
        synchronized (this) {
            gone = true;
            all = List.copyOf(channels.values());
            channels.clear();
        }
        all.forEach(Channel::leave);
        all.forEach(channel -> channel.giveBack.run());
        onGone.run();
    }

    private void enqueue(String text) {
        enqueue(new Message(null, text));
    }

    private synchronized void enqueue(Message message) {
        waiting.add(message);
        waitingBytes += message.text().length();
    }

    private synchronized boolean tooManyWait() {
        return waiting.size() > WAITING_MAXIMUM;
    }

    private synchronized boolean hasRoom() {
        return waitingBytes < WAITING_BYTES_MAXIMUM;
    }

    /** Sends the next message if the socket takes one, and then lets the games go on. */
    private void sendNext() {
        if (tooManyWait()) {
            socket.close(FeedClose.COME_AGAIN);
            return;
        }
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
        private final Runnable giveBack;
        private volatile boolean waits;
        private volatile Runnable ready = () -> {};
        private volatile Runnable left = () -> {};

        Channel(String gameId, Runnable giveBack) {
            this.gameId = gameId;
            this.giveBack = giveBack;
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
        public boolean send(List<FeedEvent> events) {
            String text = means.messages().playerEvents(gameId, events);
            synchronized (PlayerFeed.this) {
                waits = true;
                enqueue(new Message(this, text));
            }
            sendNext();
            return true;
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
            synchronized (PlayerFeed.this) {
                waits = waiting.stream().anyMatch(message -> message.from() == this);
            }
            ready.run();
        }

        private void leave() {
            left.run();
        }
    }
}
