package dungeon.schemas.topics;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;

/**
 * A topic: what it is called, what is in it and how the broker keeps it. Keys are UTF-8 strings throughout.
 *
 * @param name its name
 * @param ownPartitions how many it has, if that is not as many as most; fixed for life, because a key whose partition changed would lose its order
 * @param newValueSerde makes a serde for its values, not yet configured
 * @param config its settings on the broker
 * @param <V> the type of its values
 */
public record Topic<V>(
        String name, OptionalInt ownPartitions, Supplier<Serde<V>> newValueSerde, Map<String, String> config) {

    /** One with as many partitions as most. */
    public Topic(String name, Supplier<Serde<V>> newValueSerde, Map<String, String> config) {
        this(name, OptionalInt.empty(), newValueSerde, config);
    }

    /** How many it has. */
    public int partitions() {
        return partitionsWhereOthersHave(Topics.PARTITIONS);
    }

    /** How many it has where topics without a count of their own have so many as here given. */
    public int partitionsWhereOthersHave(int usual) {
        return ownPartitions.orElse(usual);
    }

    /** The partition of a key, as Kafka's producers choose it. */
    public int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions();
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
