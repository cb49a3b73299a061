package dungeon.queries.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The recent events of one game, without a gap, and who follows it. One thread adds, several read. */
final class GameRing {
    /**
     * What there is for a follower now.
     *
     * @param events the next events, encoded; none if there is a gap, and none if there are no more yet
     * @param gapUntil where in the log ends what has to be read there first; negative if nothing has
     * @param takenTo without events and gap: everything before this place in the log was handed out
     */
    record Slice(List<FeedEvent> events, long gapUntil, long takenTo) {
        boolean isGap() {
            return gapUntil >= 0;
        }
    }

    private final String gameId;
    private final int bytesMaximum;
    private final EventDecoder<?> decoder;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    /** Those before {@code head} are dropped. */
    private final List<FeedEvent> events = new ArrayList<>();

    private int head;
    private long bytes;
    private long completeFrom;

    /**
     * A ring without events.
     *
     * @param completeFrom the place in the log from which on it will have every event of the game
     */
    GameRing(String gameId, long completeFrom, int bytesMaximum, EventDecoder<?> decoder) {
        this.gameId = gameId;
        this.completeFrom = completeFrom;
        this.bytesMaximum = bytesMaximum;
        this.decoder = decoder;
    }

    /** Tells followers at once, but for those who wait for the end of the moment; returns whether there are such. */
    boolean eventAdded() {
        boolean batchDue = false;
        for (Follower follower : followers) {
            if (follower.isBatched()) {
                batchDue = true;
            } else {
                follower.eventAdded();
            }
        }
        return batchDue;
    }

    /** Tells those who wait for the end of the moment. */
    void endBatch() {
        followers.stream().filter(Follower::isBatched).forEach(Follower::eventAdded);
    }

    Set<Follower> followers() {
        return followers;
    }

    /** Adds the next event, and drops the oldest ones that are too much; returns by how many bytes the ring has grown. */
    synchronized long add(FeedEvent event) {
        long before = bytes;
        if (size() > 0 && event.sequence() <= events.get(events.size() - 1).sequence()) {
            // Read again after an interruption.
            return 0;
        }
        events.add(event);
        bytes += event.bytes();
        while (bytes > bytesMaximum && size() > 1) {
            drop();
        }
        return bytes - before;
    }

    /** Drops all events; returns how many bytes they had. */
    synchronized long clear() {
        long before = bytes;
        while (size() > 0) {
            drop();
        }
        return before - bytes;
    }

    /** Whether the event, if it has happened, is here. */
    synchronized boolean covers(long sequence) {
        return size() > 0 && events.get(head).sequence() <= sequence;
    }

    /** Where a follower begins to read from a number on, and what is known of the game; empty if the ring does not reach back so far. */
    synchronized Optional<FoundGame> find(long from) {
        if (!covers(from)) {
            return Optional.empty();
        }
        FeedEvent newest = events.get(events.size() - 1);
        int index = indexOf(from);
        long offset = index < events.size() ? events.get(index).offset() : newest.offset() + 1;
        return Optional.of(new FoundGame(FeedStart.at(gameId, from, offset), newest.sequence(), newest.isLast()));
    }

    /** Whether a follower finds here all that it has not had. */
    synchronized boolean isComplete(long next, long logOffset) {
        return logOffset >= completeFrom || covers(next);
    }

    /**
     * The next events for a follower.
     *
     * @param next the number of the event that it wants
     * @param logOffset before this place in the log is nothing that it wants
     * @param atMost stop when there are so many bytes
     * @param takenTo the place in the log before which every event was added
     */
    synchronized Slice read(long next, long logOffset, int atMost, LongSupplier takenTo) {
        long taken = takenTo.getAsLong();
        if (!isComplete(next, logOffset)) {
            return new Slice(List.of(), completeFrom, taken);
        }
        List<FeedEvent> found = new ArrayList<>();
        int size = 0;
        for (int i = indexOf(next); i < events.size() && size < atMost; i++) {
            FeedEvent event = events.get(i);
            int before = event.bytes();
            size += event.encode(decoder).bytes();
            bytes += event.bytes() - before;
            found.add(event);
        }
        return new Slice(found, -1, taken);
    }

    synchronized long bytes() {
        return bytes;
    }

    private int size() {
        return events.size() - head;
    }

    private void drop() {
        FeedEvent oldest = events.set(head, null);
        head++;
        bytes -= oldest.bytes();
        completeFrom = oldest.offset() + 1;
        if (head > events.size() / 2) {
            events.subList(0, head).clear();
            head = 0;
        }
    }

    /** Of the first event with a number that is not smaller. */
    private int indexOf(long sequence) {
        int low = head;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).sequence() < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
