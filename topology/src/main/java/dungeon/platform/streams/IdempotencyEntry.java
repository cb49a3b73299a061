package dungeon.platform.streams;

import dungeon.platform.core.IdempotencyKey;
import dungeon.platform.envelope.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * A command's id, its sender and its aggregate as they stand in the store: the time at which it was handled in ms since 1970, the id,
 * whether the sender is a player, the playerId, or a UUID of what the sender is instead, and the aggregate's id or a UUID of it.
 */
record IdempotencyEntry(
        long idHigh,
        long idLow,
        boolean player,
        long senderHigh,
        long senderLow,
        long aggregateHigh,
        long aggregateLow) {
    static final int BYTES = 7 * Long.BYTES + 1;

    static IdempotencyEntry of(String aggregateId, IdempotencyKey key) {
        boolean player = Ids.isCanonical(key.sender());
        UUID id = UUID.fromString(key.commandId());
        UUID sender = player ? UUID.fromString(key.sender()) : uuidOf(key.sender());
        UUID aggregate = Ids.isCanonical(aggregateId) ? UUID.fromString(aggregateId) : uuidOf(aggregateId);
        return new IdempotencyEntry(
                id.getMostSignificantBits(),
                id.getLeastSignificantBits(),
                player,
                sender.getMostSignificantBits(),
                sender.getLeastSignificantBits(),
                aggregate.getMostSignificantBits(),
                aggregate.getLeastSignificantBits());
    }

    private static UUID uuidOf(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The one that begins at an index. */
    static IdempotencyEntry in(byte[] entries, int at) {
        ByteBuffer buffer = ByteBuffer.wrap(entries, at + Long.BYTES, BYTES - Long.BYTES);
        return new IdempotencyEntry(
                buffer.getLong(),
                buffer.getLong(),
                buffer.get() != 0,
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong());
    }

    /** When the one that begins at an index was handled, in ms since 1970. */
    static long timeMs(byte[] entries, int at) {
        return ByteBuffer.wrap(entries).getLong(at);
    }

    /** Where this one begins; the last, if there are several; -1 if there is none. */
    int lastIndexIn(byte[] entries) {
        for (int at = entries.length - BYTES; at >= 0; at -= BYTES) {
            if (equals(in(entries, at))) {
                return at;
            }
        }
        return -1;
    }

    byte[] appendedTo(byte[] entries, long timeMs) {
        byte[] appended = Arrays.copyOf(entries, entries.length + BYTES);
        ByteBuffer.wrap(appended, entries.length, BYTES)
                .putLong(timeMs)
                .putLong(idHigh)
                .putLong(idLow)
                .put((byte) (player ? 1 : 0))
                .putLong(senderHigh)
                .putLong(senderLow)
                .putLong(aggregateHigh)
                .putLong(aggregateLow);
        return appended;
    }
}
