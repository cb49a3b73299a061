package dungeon.queries.feed;

import dungeon.queries.events.EventTap;
import dungeon.schemas.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The recent events of the lobby's feed, in the order in which they came. One thread adds, several read. */
final class LobbyRing implements EventTap<Event> {
    /** Some minutes of a busy installation, and the queue of each who follows. */
    static final int EVENTS_MAXIMUM = 5_000;

    /** Of all of them, by their text. */
    static final int BYTES_MAXIMUM = 4 * 1024 * 1024;

    /**
     * A new client gets what came in this time, and reads the list of games besides: the views from which the list is made are never so far
     * behind the log while they say that they are ready.
     */
    static final long OVERLAP_MS = 60_000;

    /**
     * An event.
     *
     * @param number 1, 2, 3, … on this instance
     */
    private record Entry(long number, int partition, long offset, String json, long addedMs) {}

    /**
     * What there is for a client.
     *
     * @param events as JSON
     * @param next the number with which it goes on
     * @param position how far it has read afterwards
     */
    record Slice(List<String> events, long next, LobbyPosition position) {}

    private final LongSupplier nowMs;
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    private long[] taken = {};
    private long[] completeFrom = {};
    private long nextNumber = 1;
    private long bytes;

    /**
     * Where a client begins.
     *
     * @param complete whether nothing is missing behind what it had
     * @param next the number with which it begins
     * @param position how far it has read
     */
    record Entrance(boolean complete, long next, LobbyPosition position) {}

    LobbyRing(LongSupplier nowMs) {
        this.nowMs = nowMs;
    }

    @Override
    public synchronized void begins(Map<Integer, Long> offsets) {
        if (taken.length == 0) {
            taken = new long[offsets.size()];
            offsets.forEach((partition, offset) -> taken[partition] = offset);
            completeFrom = taken.clone();
        }
    }

    @Override
    public synchronized void taken(Event event, int partition, long offset) {
        if (partition >= taken.length) {
            throw new IllegalStateException(
                    "The log has a partition %d more than when reading began".formatted(partition));
        }
        LobbyEvents.jsonOf(event).ifPresent(json -> add(json, partition, offset));
        taken[partition] = offset + 1;
    }

    /** How many partitions the log has; 0 as long as it is not read. */
    synchronized int partitions() {
        return taken.length;
    }

    /**
     * Where a client begins.
     *
     * @param had how far it has read; null if it comes for the first time
     */
    synchronized Entrance enter(LobbyPosition had) {
        if (had != null && isComplete(had)) {
            return new Entrance(true, firstNumber(), had);
        }
        long next = overlapFrom();
        return new Entrance(false, next, positionAt(next));
    }

    /** Whether nothing is missing for one who has read so far; one who is ahead has read another log, or of an instance that is. */
    private boolean isComplete(LobbyPosition position) {
        for (int partition = 0; partition < completeFrom.length; partition++) {
            long offset = position.offsetOf(partition);
            if (offset < completeFrom[partition] || offset > taken[partition]) {
                return false;
            }
        }
        return true;
    }

    /** The number of the first event that a client without a position gets. */
    private long overlapFrom() {
        long sinceMs = nowMs.getAsLong() - OVERLAP_MS;
        return entries.values().stream()
                .filter(entry -> entry.addedMs() >= sinceMs)
                .mapToLong(Entry::number)
                .findFirst()
                .orElse(nextNumber);
    }

    /** The position of one who reads on from a number. */
    synchronized LobbyPosition positionAt(long number) {
        long[] offsets = taken.clone();
        for (Entry entry : entries.tailMap(number, true).values()) {
            offsets[entry.partition()] = Math.min(offsets[entry.partition()], entry.offset());
        }
        return LobbyPosition.of(offsets);
    }

    synchronized long firstNumber() {
        return entries.isEmpty() ? nextNumber : entries.firstKey();
    }

    /** Whether there is anything from a number on. */
    synchronized boolean hasFrom(long number) {
        return number < nextNumber;
    }

    /**
     * The next events of a client.
     *
     * @param number the next one; no smaller than {@link #firstNumber}
     * @param read what the client had when it came: nothing before that is given again
     * @param bytesMaximum stop when there are so many
     */
    synchronized Slice read(long number, LobbyPosition read, int bytesMaximum) {
        List<String> events = new ArrayList<>();
        long next = number;
        int size = 0;
        for (Entry entry : entries.tailMap(number, true).values()) {
            if (size >= bytesMaximum) {
                break;
            }
            if (read.isBefore(entry.partition(), entry.offset())) {
                events.add(entry.json());
                size += entry.json().length();
            }
            next = entry.number() + 1;
        }
        return new Slice(events, next, read.orLater(positionAt(next)));
    }

    private void add(String json, int partition, long offset) {
        entries.put(nextNumber, new Entry(nextNumber, partition, offset, json, nowMs.getAsLong()));
        nextNumber++;
        bytes += json.length();
        while (entries.size() > EVENTS_MAXIMUM || bytes > BYTES_MAXIMUM) {
            Entry oldest = entries.pollFirstEntry().getValue();
            bytes -= oldest.json().length();
            completeFrom[oldest.partition()] = oldest.offset() + 1;
        }
    }
}
