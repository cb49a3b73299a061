package dungeon.queries.feed;

import dungeon.queries.events.EventSink;
import dungeon.queries.events.FeedEvent;
import dungeon.queries.events.FoundGame;
import java.util.List;

/** The events of an aggregate, such as a game, over a socket, in batches. */
final class GameFeed implements EventSink {
    private final String idName;
    private final FeedSocket socket;
    private final FoundGame game;
    private final FeedFilter filter;
    private final FeedMessages messages;
    private long next;

    /**
     * A feed that begins when it is opened.
     *
     * @param idName what the id is called in messages
     */
    GameFeed(String idName, FeedSocket socket, FoundGame game, FeedFilter filter, FeedMessages messages) {
        this.idName = idName;
        this.socket = socket;
        this.game = game;
        this.filter = filter;
        this.messages = messages;
        this.next = game.start().next();
    }

    @Override
    public void open(Runnable ready, Runnable gone) {
        socket.follow(ready, gone);
        socket.send(messages.start(idName, game.start().gameId(), next, game.newest(), game.isOver()));
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
    public boolean send(List<FeedEvent> events) {
        next = events.get(events.size() - 1).sequence() + 1;
        if (filter.isAll()) {
            socket.send(messages.events(game.start().gameId(), events));
            return true;
        }
        List<FeedEvent> wanted = events.stream()
                .filter(event -> filter.accepts(event.frame().subjects()))
                .toList();
        if (wanted.isEmpty()) {
            return false;
        }
        socket.send(messages.some(wanted, next));
        return true;
    }

    /** Also tells those who want few events how far the game is. */
    @Override
    public void alive() {
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
