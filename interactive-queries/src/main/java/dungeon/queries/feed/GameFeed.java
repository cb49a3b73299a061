package dungeon.queries.feed;

import dungeon.queries.events.EventSink;
import dungeon.queries.events.FeedEvent;
import dungeon.queries.events.FoundGame;
import java.time.Duration;
import java.util.List;

/** The events of a game over a socket, in batches. */
final class GameFeed implements EventSink {
    private final FeedSocket socket;
    private final FoundGame game;
    private final FeedFilter filter;
    private final FeedMessages messages;
    private final Duration silenceMaximum;
    private long next;

    /**
     * A feed that begins when it is opened.
     *
     * @param silenceMaximum after how long without an answer to a ping a client counts as gone
     */
    GameFeed(FeedSocket socket, FoundGame game, FeedFilter filter, FeedMessages messages, Duration silenceMaximum) {
        this.socket = socket;
        this.game = game;
        this.filter = filter;
        this.messages = messages;
        this.silenceMaximum = silenceMaximum;
        this.next = game.start().next();
    }

    @Override
    public void open(Runnable ready, Runnable gone) {
        socket.follow(ready, gone);
        socket.send(messages.start(game.start().gameId(), next, game.newest(), game.isOver()));
    }

    @Override
    public boolean isBatched() {
        return true;
    }

    @Override
    public boolean isReady() {
        return socket.isReady();
    }

    @Override
    public void send(List<FeedEvent> events) {
        next = events.get(events.size() - 1).sequence() + 1;
        if (filter.isAll()) {
            socket.send(messages.events(game.start().gameId(), events));
            return;
        }
        List<FeedEvent> wanted = events.stream()
                .filter(event -> filter.accepts(event.frame().subjects()))
                .toList();
        if (!wanted.isEmpty()) {
            socket.send(messages.some(wanted, next));
        }
    }

    /** Also tells those who want few events how far the game is. */
    @Override
    public void alive() {
        if (socket.silence().compareTo(silenceMaximum) > 0) {
            socket.close(FeedClose.COME_AGAIN, "Nothing was heard of you");
            return;
        }
        socket.ping();
        socket.send(messages.alive(next));
    }

    @Override
    public void end(boolean over) {
        socket.close(over ? FeedClose.OVER : FeedClose.SERVER_STOPS);
    }

    @Override
    public void abort() {
        socket.close(FeedClose.COME_AGAIN);
    }
}
