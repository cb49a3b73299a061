package dungeon.platform.core.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * How a key within an aggregate is written, behind the aggregate's own bytes. Numbers are big-endian, so that the order of bytes is
 * the order of numbers.
 *
 * @param <K> the type of the keys
 */
public interface KeyCodec<K> {
    /** UUIDs, in 16 bytes. */
    KeyCodec<String> UUIDS = new KeyCodec<>() {
        @Override
        public int bytes(String key) {
            return 2 * Long.BYTES;
        }

        @Override
        public void write(String key, ByteBuffer to) {
            UUID uuid = UUID.fromString(key);
            to.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        }
    };

    /** Texts, in UTF-8; for keys behind which nothing else comes. */
    KeyCodec<String> TEXTS = new KeyCodec<>() {
        @Override
        public int bytes(String key) {
            return key.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public void write(String key, ByteBuffer to) {
            to.put(key.getBytes(StandardCharsets.UTF_8));
        }
    };

    /** The key of what an aggregate has one of: none. */
    KeyCodec<Void> NONE = new KeyCodec<>() {
        @Override
        public int bytes(Void key) {
            return 0;
        }

        @Override
        public void write(Void key, ByteBuffer to) {
            // The aggregate's own bytes are all.
        }
    };

    /** How many bytes a key has. */
    int bytes(K key);

    void write(K key, ByteBuffer to);
}
