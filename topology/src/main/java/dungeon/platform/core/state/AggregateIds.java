package dungeon.platform.core.state;

import dungeon.platform.envelope.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** How the ids of a context's aggregates are written in front of keys. No id's bytes begin with those of another one. */
public interface AggregateIds {
    /** UUIDs in their canonical form, in 16 bytes. */
    AggregateIds UUIDS = new AggregateIds() {
        @Override
        public boolean isPossible(String id) {
            return Ids.isCanonical(id);
        }

        @Override
        public String form() {
            return "a UUID in lower case";
        }

        @Override
        public byte[] prefix(String id) {
            UUID uuid = UUID.fromString(id);
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array();
        }

        @Override
        public int prefixBytes(byte[] key, int from) {
            return 2 * Long.BYTES;
        }

        @Override
        public String idOf(byte[] key, int from) {
            ByteBuffer buffer = ByteBuffer.wrap(key, from, 2 * Long.BYTES);
            return new UUID(buffer.getLong(), buffer.getLong()).toString();
        }
    };

    /** Texts without the character 0, in UTF-8 and ended by it. */
    AggregateIds TEXTS = new AggregateIds() {
        @Override
        public boolean isPossible(String id) {
            return !id.isEmpty() && id.indexOf(0) < 0;
        }

        @Override
        public String form() {
            return "a text without the character 0";
        }

        @Override
        public byte[] prefix(String id) {
            byte[] text = id.getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(text, text.length + 1);
        }

        @Override
        public int prefixBytes(byte[] key, int from) {
            int end = from;
            while (key[end] != 0) {
                end++;
            }
            return end + 1 - from;
        }

        @Override
        public String idOf(byte[] key, int from) {
            return new String(key, from, prefixBytes(key, from) - 1, StandardCharsets.UTF_8);
        }
    };

    /** Whether there can be an aggregate of an id; whatever comes for another one is refused without looking at state. */
    boolean isPossible(String id);

    /** What an id must be, for people. */
    String form();

    /** The bytes with which all keys of an aggregate begin. */
    byte[] prefix(String id);

    /** How many bytes of a key, from an index on, are the aggregate's. */
    int prefixBytes(byte[] key, int from);

    /** The aggregate whose bytes begin at an index of a key. */
    String idOf(byte[] key, int from);
}
