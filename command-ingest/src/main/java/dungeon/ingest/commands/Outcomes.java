package dungeon.ingest.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The events that each of the recent commands led to, and who waits for them. What is remembered is bounded in time,
 * number and bytes; the oldest goes first.
 */
public final class Outcomes {
    private record Remembered(List<CommittedEvent> events, long sinceNanos) {}

    private record Waiter(CommandRecord commandRecord, CompletableFuture<List<CommittedEvent>> outcome) {}

    private final long keptNanos;
    private final int eventsMaximum;
    private final long bytesMaximum;
    private final LongSupplier nanoTime;
    private final Map<String, Remembered> byCommandId = new LinkedHashMap<>();
    private final Map<String, List<Waiter>> waitersByCommandId = new ConcurrentHashMap<>();
    private int events;
    private long bytes;
    private volatile boolean closed;

    /**
     * @param kept how long events are remembered
     * @param eventsMaximum how many events are remembered
     * @param bytesMaximum how long their records may be together
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    public Outcomes(Duration kept, int eventsMaximum, long bytesMaximum, LongSupplier nanoTime) {
        this.keptNanos = kept.toNanos();
        this.eventsMaximum = eventsMaximum;
        this.bytesMaximum = bytesMaximum;
        this.nanoTime = nanoTime;
    }

    /** Takes note of a committed event; called in the order of the log, by one thread. */
    void add(CommittedEvent event) {
        if (event.commandId() == null) {
            return;
        }
        remember(event);
        if (event.remaining() > 0) {
            return;
        }
        for (Waiter waiter : waitersByCommandId.getOrDefault(event.commandId(), List.of())) {
            complete(waiter);
        }
    }

    /**
     * All events of a command, as soon as its decision is known. After the time is over, those that are known so far;
     * the answer is never an error.
     *
     * <p>Ask before the command is sent, so that its outcome cannot be missed; it may be known already, from an earlier
     * try.
     */
    public CompletableFuture<List<CommittedEvent>> of(CommandRecord commandRecord, Duration atMost) {
        Waiter waiter = new Waiter(commandRecord, new CompletableFuture<>());
        // In one step, so that the list is not one which the last waiter before has just taken away.
        waitersByCommandId.compute(commandRecord.commandId(), (id, waiters) -> {
            List<Waiter> others = waiters == null ? new CopyOnWriteArrayList<>() : waiters;
            others.add(waiter);
            return others;
        });
        complete(waiter);
        if (closed || atMost.isZero()) {
            waiter.outcome().complete(soFar(commandRecord));
        }
        return waiter.outcome()
                .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(known -> known == null ? soFar(commandRecord) : known)
                .whenComplete((known, never) -> forget(waiter));
    }

    /** Answers everybody who waits with what is known so far, and nobody waits any more. */
    void close() {
        closed = true;
        waitersByCommandId
                .values()
                .forEach(
                        waiters -> waiters.forEach(waiter -> waiter.outcome().complete(soFar(waiter.commandRecord()))));
    }

    /** How many requests wait now. */
    int waiting() {
        return waitersByCommandId.values().stream().mapToInt(List::size).sum();
    }

    private void complete(Waiter waiter) {
        List<CommittedEvent> known = soFar(waiter.commandRecord());
        if (!known.isEmpty() && known.get(known.size() - 1).remaining() == 0) {
            waiter.outcome().complete(known);
        }
    }

    private synchronized List<CommittedEvent> soFar(CommandRecord commandRecord) {
        Remembered remembered = byCommandId.get(commandRecord.commandId());
        if (remembered == null) {
            return List.of();
        }
        List<CommittedEvent> mine = new ArrayList<>();
        boolean decisionIsMine = false;
        String open = null;
        for (CommittedEvent event : remembered.events()) {
            // The events of one decision stand together in the log of their key. The first of them names the
            // sender, and others may name whom they befell.
            if (open == null || !open.equals(event.key())) {
                decisionIsMine = commandRecord.ledTo(event);
            }
            if (decisionIsMine) {
                mine.add(event);
            }
            open = event.remaining() == 0 ? null : event.key();
        }
        return mine;
    }

    private synchronized void remember(CommittedEvent event) {
        long now = nanoTime.getAsLong();
        byCommandId
                .computeIfAbsent(event.commandId(), id -> new Remembered(new ArrayList<>(1), now))
                .events()
                .add(event);
        events++;
        bytes += event.bytes();
        Iterator<Remembered> eldestFirst = byCommandId.values().iterator();
        while (eldestFirst.hasNext()) {
            Remembered eldest = eldestFirst.next();
            if (events <= eventsMaximum && bytes <= bytesMaximum && now - eldest.sinceNanos() <= keptNanos) {
                break;
            }
            events -= eldest.events().size();
            bytes -= eldest.events().stream().mapToLong(CommittedEvent::bytes).sum();
            eldestFirst.remove();
        }
    }

    private void forget(Waiter waiter) {
        waitersByCommandId.computeIfPresent(waiter.commandRecord().commandId(), (id, waiters) -> {
            waiters.remove(waiter);
            return waiters.isEmpty() ? null : waiters;
        });
    }
}
