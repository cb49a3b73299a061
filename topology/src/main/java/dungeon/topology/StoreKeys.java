package dungeon.topology;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of state stores. They are binary and begin with the 16 bytes of the gameId, so that a prefix scan lists a game, and
 * numbers are big-endian, so that the order of bytes is the order of numbers.
 */
public final class StoreKeys {
    private static final int UUID_BYTES = 16;

    private StoreKeys() {}

    /** The key of what a game has one of, and the prefix of all its keys. */
    public static Bytes game(String gameId) {
        return Bytes.wrap(withUuid(UUID_BYTES, gameId).array());
    }

    /** The key of a tile or mine; row by row. */
    public static Bytes tile(String gameId, int x, int y) {
        return Bytes.wrap(withUuid(UUID_BYTES + 2 * Short.BYTES, gameId)
                .putShort((short) y)
                .putShort((short) x)
                .array());
    }

    /** The key of what a game has one of for each id: a robot, an account. */
    public static Bytes entity(String gameId, String id) {
        return Bytes.wrap(putUuid(withUuid(2 * UUID_BYTES, gameId), id).array());
    }

    /** The key of what a game has a row of. */
    public static Bytes numbered(String gameId, long number) {
        return Bytes.wrap(
                withUuid(UUID_BYTES + Long.BYTES, gameId).putLong(number).array());
    }

    /** The number in a key that was made with {@link #numbered}. */
    public static long numberOf(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong(UUID_BYTES);
    }

    /** The gameId with which a key begins. */
    public static String gameIdOf(Bytes key) {
        ByteBuffer buffer = ByteBuffer.wrap(key.get());
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    /** A buffer that begins with a gameId. */
    public static ByteBuffer withUuid(int bytes, String gameId) {
        return putUuid(ByteBuffer.allocate(bytes), gameId);
    }

    /** Adds a UUID, in its 16 bytes. */
    public static ByteBuffer putUuid(ByteBuffer buffer, String id) {
        UUID uuid = UUID.fromString(id);
        return buffer.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }
}
