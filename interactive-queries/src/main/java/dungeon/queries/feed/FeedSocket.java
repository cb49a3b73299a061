package dungeon.queries.feed;

import dungeon.queries.transport.StreamPlaces;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket of one client: at most one message is on its way, so that nothing gathers for a client that takes nothing, and a client that
 * answers no ping is gone.
 */
final class FeedSocket {
    /** Where a client's places are had. */
    interface Places {
        /** Takes one; what is returned gives it back. */
        Runnable take() throws StreamPlaces.RefusedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(FeedSocket.class);
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Session session;
    private final ScheduledExecutorService timer;
    private final Places places;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean sending;
    private volatile Runnable onReady = () -> {};
    private volatile Runnable onGone = () -> {};
    private final Queue<Runnable> afterwards = new ConcurrentLinkedQueue<>();
    /** Since when a ping has no answer; 0 if each has. */
    private volatile long unansweredSinceNanos;

    /**
     * A socket that is open.
     *
     * @param places where its client takes places for more than one game
     */
    FeedSocket(Session session, ScheduledExecutorService timer, Places places) {
        this.session = session;
        this.timer = timer;
        this.places = places;
    }

    /** Takes one more place for the client, since each game that it follows costs as much as a feed; what is returned gives it back. */
    Runnable takePlace() throws StreamPlaces.RefusedException {
        return places.take();
    }

    /**
     * Who sends.
     *
     * @param ready is run when a message has gone, so that the next one can go
     * @param gone is run when nothing can be sent any more
     */
    void follow(Runnable ready, Runnable gone) {
        onReady = ready;
        onGone = gone;
        if (closed.get()) {
            gone.run();
        }
    }

    /** Has something done when the client is gone; at once if it is. */
    void afterwards(Runnable action) {
        afterwards.add(action);
        if (closed.get()) {
            doWhatComesAfterwards();
        }
    }

    private void doWhatComesAfterwards() {
        for (Runnable action = afterwards.poll(); action != null; action = afterwards.poll()) {
            action.run();
        }
    }

    boolean isReady() {
        return !sending && !closed.get();
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Sends a message; only when it is ready. */
    void send(String text) {
        sending = true;
        session.sendText(
                text,
                Callback.from(
                        () -> {
                            sending = false;
                            onReady.run();
                        },
                        this::failed));
    }

    /**
     * Asks the client whether it is there, which its system answers by itself, whatever else is sent meanwhile; ends for one that has not answered for
     * too long.
     */
    void ping(Duration silenceMaximum) {
        long nowNanos = System.nanoTime();
        long sinceNanos = unansweredSinceNanos;
        if (sinceNanos == 0) {
            unansweredSinceNanos = nowNanos;
        } else if (nowNanos - sinceNanos > silenceMaximum.toNanos()) {
            close(FeedClose.COME_AGAIN, "Nothing was heard of you");
            return;
        }
        session.sendPing(NOTHING.slice(), Callback.NOOP);
    }

    /** The client has shown that it is there. */
    void heard() {
        unansweredSinceNanos = 0;
    }

    /** Says why it ends, and ends even if the client does not read that. */
    void close(FeedClose why, String detail) {
        if (closed.getAndSet(true)) {
            return;
        }
        session.close(why.code(), FeedReasons.fit(detail), Callback.NOOP);
        // A close waits behind what is on its way, for ever if the client takes nothing.
        var unused = timer.schedule(session::disconnect, FeedSockets.CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        onGone.run();
        doWhatComesAfterwards();
    }

    void close(FeedClose why) {
        close(why, why.meaning());
    }

    /** The client has left. */
    void left() {
        if (!closed.getAndSet(true)) {
            onGone.run();
            doWhatComesAfterwards();
        }
    }

    private void failed(Throwable problem) {
        LOG.debug("A client of a feed has left", problem);
        session.disconnect();
        left();
    }
}
