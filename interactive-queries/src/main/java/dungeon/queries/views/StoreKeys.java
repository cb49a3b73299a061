package dungeon.queries.views;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the stores: the 16 bytes of the gameId, then what tells the records of a game apart. So a scan by prefix
 * lists a game, and the order of the keys is that of the ids as texts, and of tiles by y, then x.
 */
public final class StoreKeys {
    private static final int ID_BYTES = 16;

    private StoreKeys() {}

    /** The key of a game's only record in a store, and the prefix of all others. */
    public static Bytes game(String gameId) {
        return Bytes.wrap(put(ByteBuffer.allocate(ID_BYTES), gameId).array());
    }

    /** The key of a game's tile or mine. */
    public static Bytes tile(String gameId, int x, int y) {
        return Bytes.wrap(put(ByteBuffer.allocate(ID_BYTES + 2 * Short.BYTES), gameId)
                .putShort((short) y)
                .putShort((short) x)
                .array());
    }

    /** The key of a robot of a game, or of a player's account in it. */
    public static Bytes member(String gameId, String id) {
        return Bytes.wrap(
                put(put(ByteBuffer.allocate(2 * ID_BYTES), gameId), id).array());
    }

    /** The gameId that a key begins with. */
    public static String gameIdOf(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    private static ByteBuffer put(ByteBuffer key, String id) {
        UUID uuid = UUID.fromString(id);
        return key.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }
}
