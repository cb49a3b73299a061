package dungeon.queries.feed;

import java.nio.ByteBuffer;
import java.time.Duration;
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
    private static final Logger LOG = LoggerFactory.getLogger(FeedSocket.class);
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Session session;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean sending;
    private volatile Runnable onReady = () -> {};
    private volatile Runnable onGone = () -> {};
    private volatile long heardNanos = System.nanoTime();

    /** A socket that is open. */
    FeedSocket(Session session, ScheduledExecutorService timer) {
        this.session = session;
        this.timer = timer;
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

    /** Asks the client whether it is there; its system answers by itself. */
    void ping() {
        session.sendPing(NOTHING.slice(), Callback.NOOP);
    }

    /** The client has shown that it is there. */
    void heard() {
        heardNanos = System.nanoTime();
    }

    /** For how long nothing came from the client. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardNanos);
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
    }

    void close(FeedClose why) {
        close(why, why.meaning());
    }

    /** The client has left. */
    void left() {
        if (!closed.getAndSet(true)) {
            onGone.run();
        }
    }

    private void failed(Throwable problem) {
        LOG.debug("A client of a feed has left", problem);
        session.disconnect();
        left();
    }
}
