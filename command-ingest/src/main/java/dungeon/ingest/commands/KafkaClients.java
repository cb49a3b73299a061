package dungeon.ingest.commands;

import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The boundary to the brokers. */
public interface KafkaClients {
    /** The producer for all commands. */
    Producer<String, byte[]> newProducer();

    /** A consumer of committed events, without a group. */
    Consumer<String, byte[]> newConsumer();

    /**
     * The id of a topic, which another one of the same name would not have.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not tell
     */
    String idOf(String topic);

    /** How many partitions topics must have, by their names. */
    default Map<String, Integer> partitions() {
        return Topics.ALL.stream().collect(Collectors.toMap(Topic::name, Topic::partitions));
    }

    /** A consumer that reads single records again, without a group. */
    Consumer<String, byte[]> newReader();
}
