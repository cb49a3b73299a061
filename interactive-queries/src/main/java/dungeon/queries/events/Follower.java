package dungeon.queries.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who follows a game. It has no queue: it knows the number of its next event, and takes that from the game's ring or, where the ring
 * does not reach back so far, from the log. Whenever something may have changed it is signalled, and does on some thread what can be
 * done without waiting.
 */
public final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /**
     * What all followers use.
     *
     * @param writers threads that do what can be done without waiting
     */
    record Means(PastEvents past, Executor writers, FeedLimits limits, FeedMeters meters, FeedTraces traces) {}

    private final int partition;
    private final FeedStart start;
    /** Up to where in the log it reads; empty for one that stays. */
    private final OptionalLong end;

    private final LongSupplier takenTo;
    private final EventSink sink;
    private final Means means;
    private final Consumer<Follower> onEnd;
    /** Begins with one, so that nothing is done before {@link #begin}. */
    private final AtomicInteger signals = new AtomicInteger(1);

    private GameRing ring;

    /** What is below is used by one thread at a time, but for what is volatile. */
    private long next;

    private long offset;
    private boolean live;
    private boolean over;
    private boolean ended;
    private CompletableFuture<PastEvents.Page> page;
    private volatile boolean gone;
    private volatile boolean closing;
    private volatile long sentNanos = System.nanoTime();
    /** Since when the client takes nothing; 0 while it does. */
    private volatile long waitsSinceNanos;

    private volatile boolean stalled;
    private volatile boolean heartbeatDue;

    /**
     * @param takenTo the place in the log before which all events were added to the rings
     * @param onEnd is told once, at the end
     */
    Follower(
            int partition,
            FeedStart start,
            OptionalLong end,
            LongSupplier takenTo,
            EventSink sink,
            Means means,
            Consumer<Follower> onEnd) {
        this.partition = partition;
        this.start = start;
        this.end = end;
        this.takenTo = takenTo;
        this.sink = sink;
        this.means = means;
        this.onEnd = onEnd;
        this.next = start.next();
        this.offset = start.skip(next, start.offset());
    }

    /** Says where the game's recent events are. */
    void attach(GameRing gameRing) {
        ring = gameRing;
    }

    /** Begins. */
    void begin() {
        sink.open(this::signal, this::leave);
        means.writers().execute(this::run);
    }

    /** Forgets one that could not begin. */
    void discard() {
        ring.followers().remove(this);
        onEnd.accept(this);
    }

    /** Something may have changed. */
    void signal() {
        if (signals.getAndIncrement() == 0) {
            means.writers().execute(this::run);
        }
    }

    /** Whether it is told of events at once, or with all others of a moment. */
    boolean isBatched() {
        return sink.isBatched();
    }

    /**
     * An event has come. Whoever waits for a client is told by the client's connection when to go on, so that a thousand clients that
     * take nothing cost nothing for each event.
     */
    void eventAdded() {
        if (waitsSinceNanos == 0) {
            signal();
        }
    }

    /** Sends a sign of life if that is due, and ends for a client that takes nothing or has fallen too far behind. */
    void look(long nowNanos) {
        long waits = waitsSinceNanos;
        if (waits != 0) {
            stalled = nowNanos - waits > means.limits().stall().toNanos();
            signal();
        } else if (nowNanos - sentNanos >= means.limits().heartbeat().toNanos()) {
            heartbeatDue = true;
            signal();
        }
    }

    /** Ends because the application does. */
    void close() {
        closing = true;
        signal();
    }

    private void leave() {
        gone = true;
        signal();
    }

    private void run() {
        int seen = signals.get();
        try {
            if (!ended) {
                proceed();
            }
        } catch (IOException e) {
            LOG.debug("A client of game {} has left", start.gameId(), e);
            finish(true);
        } catch (RuntimeException e) {
            // Without its trace: there may be as many as clients, and for one and the same reason.
            LOG.warn("A client of game {} cannot be served any more: {}", start.gameId(), e.toString());
            finish(true);
        }
        boolean more = !ended && signals.addAndGet(-seen) != 0;
        if (more && closing) {
            // The writers begin nothing new any more.
            run();
        } else if (more) {
            // Behind all others, so that one game's followers are not always the first.
            means.writers().execute(this::run);
        }
    }

    private void proceed() throws IOException {
        if (gone) {
            finish(true);
        } else if (stalled) {
            means.meters().stalled();
            finish(true);
        } else {
            while (!ended && isReady() && step()) {
                // Goes on with what there is.
            }
        }
    }

    private boolean isReady() throws IOException {
        if (sink.isReady()) {
            waitsSinceNanos = 0;
            return true;
        }
        if (waitsSinceNanos == 0) {
            waitsSinceNanos = System.nanoTime();
        }
        if (live && !ring.isComplete(next, offset)) {
            // What waited for it was as much as a ring holds. It can come again with the number of its last event.
            means.meters().tooSlow();
            finish(true);
        }
        return false;
    }

    /** Does one thing; returns whether there may be more to do. */
    private boolean step() throws IOException {
        if (over) {
            finish(false);
            return false;
        }
        if (closing) {
            // A list that ends here would look complete.
            finish(end.isPresent());
            return false;
        }
        if (page != null && page.isDone()) {
            return take(page.join());
        }
        if (page != null) {
            return heartbeat();
        }
        GameRing.Slice slice = ring.read(next, offset, means.limits().batchBytes(), takenTo);
        if (slice.isGap()) {
            live = false;
            return readPast(end.isPresent() ? Math.min(end.getAsLong(), slice.gapUntil()) : slice.gapUntil());
        }
        if (!slice.events().isEmpty()) {
            live = true;
            send(slice.events());
            return true;
        }
        live = true;
        offset = Math.max(offset, slice.takenTo());
        if (end.isPresent()) {
            over = offset >= end.getAsLong();
            return over || readPast(end.getAsLong());
        }
        return heartbeat();
    }

    private boolean heartbeat() throws IOException {
        if (heartbeatDue) {
            sink.alive();
            sent();
        }
        return false;
    }

    private boolean readPast(long until) {
        if (offset >= until) {
            over = true;
            return true;
        }
        page = means.past()
                .read(new PastEvents.Request(
                        partition,
                        start.gameId().getBytes(StandardCharsets.UTF_8),
                        next,
                        offset,
                        until,
                        start.lastBeforeStep(next)));
        means.meters().page();
        // What goes wrong is in the page itself.
        var unused = page.whenComplete((read, problem) -> signal());
        return false;
    }

    private boolean take(PastEvents.Page read) throws IOException {
        page = null;
        if (!read.events().isEmpty()) {
            send(read.events());
        }
        offset = start.skip(next, read.offset());
        if (end.isPresent() && offset >= end.getAsLong()) {
            over = true;
        }
        return true;
    }

    private void send(List<FeedEvent> events) throws IOException {
        FeedEvent last = events.get(events.size() - 1);
        boolean sent = sink.send(events);
        next = last.sequence() + 1;
        offset = Math.max(offset, last.offset() + 1);
        over = last.isLast();
        means.meters().sent(events.size());
        means.traces().sent(events);
        // Whoever wants few events is shown from time to time how far the game is.
        if (sent) {
            sent();
        }
    }

    private void sent() {
        sentNanos = System.nanoTime();
        heartbeatDue = false;
    }

    private void finish(boolean aborted) {
        if (!ended) {
            ended = true;
            ring.followers().remove(this);
            onEnd.accept(this);
            if (aborted) {
                sink.abort();
            } else {
                sink.end(over);
            }
        }
    }
}
