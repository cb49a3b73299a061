package dungeon.schemas.topics;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;

/**
 * A topic: what it is called, what is in it and how the broker keeps it. Keys are UTF-8 strings throughout.
 *
 * @param name its name
 * @param newValueSerde makes a serde for its values, not yet configured
 * @param config its settings on the broker
 * @param <V> the type of its values
 */
public record Topic<V>(String name, Supplier<Serde<V>> newValueSerde, Map<String, String> config) {

    /** The partition of a key, as Kafka's producers choose it. */
    public int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
    }

    /** The serde of the keys. */
    public Serde<String> keySerde() {
        return Serdes.String();
    }

    /** A serde of the values, configured with the registry's address among others. */
    public Serde<V> valueSerde(Map<String, ?> clientConfig) {
        Serde<V> serde = newValueSerde.get();
        serde.configure(clientConfig, false);
        return serde;
    }
}
