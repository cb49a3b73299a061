package dungeon.platform.streams;

import dungeon.platform.core.state.Table;
import dungeon.schemas.serde.StateSerde;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** How the records of one table stand in a store: in Avro's single-object encoding. */
public final class TableCodec<V extends SpecificRecord> {
    private final String name;
    private final Serializer<V> serializer;
    private final Deserializer<V> deserializer;

    public TableCodec(Table<?, V> table) {
        this(table.name(), table.type());
    }

    TableCodec(String name, Class<V> type) {
        StateSerde<V> serde = new StateSerde<>(type);
        this.name = name;
        this.serializer = serde.serializer();
        this.deserializer = serde.deserializer();
    }

    public byte[] encode(V value) {
        return serializer.serialize(name, value);
    }

    /** A record; null for null. */
    public V decode(byte[] bytes) {
        return deserializer.deserialize(name, bytes);
    }
}
