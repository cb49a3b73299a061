package dungeon.platform.streams;

import dungeon.platform.core.state.Table;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;

/** Keys of physical stores: the table's code, the aggregate's bytes, the key within the aggregate. */
public final class TableKeys {
    private TableKeys() {}

    /**
     * The key of a record.
     *
     * @param aggregate the bytes of the aggregate's id
     */
    public static <K, V extends SpecificRecord> Bytes key(Table<K, V> table, byte[] aggregate, K key) {
        ByteBuffer buffer = ByteBuffer.allocate(
                        1 + aggregate.length + table.keys().bytes(key))
                .put(table.code())
                .put(aggregate);
        table.keys().write(key, buffer);
        return Bytes.wrap(buffer.array());
    }

    /** What the keys of all records of an aggregate in a table begin with. */
    public static Bytes prefix(byte code, byte[] aggregate) {
        return Bytes.wrap(ByteBuffer.allocate(1 + aggregate.length)
                .put(code)
                .put(aggregate)
                .array());
    }

    /** What the keys of all records in a table begin with. */
    public static Bytes prefix(byte code) {
        return Bytes.wrap(new byte[] {code});
    }
}
