package dungeon.queries.events;

import java.io.IOException;
import java.util.List;

/** How events reach one client: a transport. Nothing here may wait for the client; all but {@link #open} is called by one thread at a time. */
public interface EventSink {
    /**
     * Begins.
     *
     * @param ready is to be run when {@link #isReady} was false and may be true now
     * @param gone is to be run when the client has left
     */
    void open(Runnable ready, Runnable gone);

    /** Whether events are gathered for some moments, so that all who follow get the same message. */
    default boolean isBatched() {
        return false;
    }

    /** Whether something can be sent now. */
    boolean isReady() throws IOException;

    /** Sends events, or those of them that the client wants; returns whether anything was sent. */
    boolean send(List<FeedEvent> events) throws IOException;

    /** Shows that the connection is alive, and finds out whether it is. */
    void alive() throws IOException;

    /**
     * Everything was sent.
     *
     * @param over whether no other event can follow; otherwise the application ends
     */
    void end(boolean over);

    /** Not everything was sent: the client must not take it for the end. */
    void abort();
}
