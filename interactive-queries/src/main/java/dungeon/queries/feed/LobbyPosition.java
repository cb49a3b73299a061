package dungeon.queries.feed;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How far somebody has read the events of all games: the next place in each partition of the log, so that every instance understands it.
 * Clients are to give back what they got.
 */
final class LobbyPosition {
    private static final String SEPARATOR = ".";

    private final long[] offsets;

    private LobbyPosition(long[] offsets) {
        this.offsets = offsets;
    }

    static LobbyPosition of(long[] offsets) {
        return new LobbyPosition(offsets.clone());
    }

    /**
     * Reads what a client gives back.
     *
     * @param partitions how many the log has
     */
    static LobbyPosition parse(String text, int partitions) throws MalformedFeedException {
        String[] parts = text.split("\\.", -1);
        if (parts.length != partitions) {
            throw new MalformedFeedException("from must be a position of this feed, as it came");
        }
        try {
            long[] offsets =
                    Arrays.stream(parts).mapToLong(Long::parseUnsignedLong).toArray();
            if (LongStream.of(offsets).allMatch(offset -> offset >= 0)) {
                return new LobbyPosition(offsets);
            }
        } catch (NumberFormatException e) {
            // Reported like a number that is too large.
        }
        throw new MalformedFeedException("from must be a position of this feed, as it came");
    }

    long offsetOf(int partition) {
        return offsets[partition];
    }

    /** The later one of each partition: nobody is sent back. */
    LobbyPosition orLater(LobbyPosition other) {
        long[] later = new long[offsets.length];
        Arrays.setAll(later, partition -> Math.max(offsets[partition], other.offsets[partition]));
        return new LobbyPosition(later);
    }

    /** Whether a record is still to come. */
    boolean isBefore(int partition, long offset) {
        return offset >= offsets[partition];
    }

    @Override
    public String toString() {
        return Arrays.stream(offsets).mapToObj(Long::toString).collect(Collectors.joining(SEPARATOR));
    }
}
