package dungeon.ingest.commands;

import dungeon.ingest.config.IngestConfig;
import dungeon.platform.log.TopicIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Clients of real brokers. */
public final class BrokerClients implements KafkaClients, AutoCloseable {
    private static final String PRODUCER = "producer";
    private static final String FOLLOWER = "follower";

    private final IngestConfig config;
    private final MeterRegistry meters;
    private final Map<String, KafkaClientMetrics> metricsByRole = new ConcurrentHashMap<>();

    public BrokerClients(IngestConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    @Override
    public Producer<String, byte[]> newProducer() {
        var producer = new KafkaProducer<>(producerConfig(), new StringSerializer(), new ByteArraySerializer());
        measure(PRODUCER, new KafkaClientMetrics(producer));
        return producer;
    }

    @Override
    public Consumer<String, byte[]> newConsumer() {
        var consumer = new KafkaConsumer<>(consumerConfig(), new StringDeserializer(), new ByteArrayDeserializer());
        measure(FOLLOWER, new KafkaClientMetrics(consumer));
        return consumer;
    }

    @Override
    public Consumer<String, byte[]> newReader() {
        Map<String, Object> settings = consumerConfig();
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "dungeon-ingest-reader");
        // One record is wanted, and it can be the only one of its batch.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public String idOf(String topic) {
        Map<String, Object> settings = common("topics");
        settings.putAll(config.kafka());
        try (Admin admin = Admin.create(settings)) {
            return TopicIds.of(admin, topic, config.brokerTimeout());
        }
    }

    /** Ends what was measured of the clients; they themselves belong to whoever asked for them. */
    @Override
    public void close() {
        metricsByRole.values().forEach(KafkaClientMetrics::close);
    }

    private void measure(String role, KafkaClientMetrics metrics) {
        KafkaClientMetrics before = metricsByRole.put(role, metrics);
        if (before != null) {
            before.close();
        }
        metrics.bindTo(meters);
    }

    /** Each value is here because correctness or speed depends on it. */
    Map<String, Object> producerConfig() {
        Map<String, Object> settings = common(PRODUCER);
        // A command that was confirmed survives the loss of a broker.
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // Whoever may write to a topic may write there under anybody's producer id, and what its owner writes next is
        // confirmed and
        // thrown away. Without an id nobody can; a command that is in the log twice has no second effect.
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        // In order all the same.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, config.linger().toMillis());
        settings.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.deliveryTimeout().toMillis()));
        // At least two tries fit into the delivery time-out.
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.deliveryTimeout().minus(config.linger()).toMillis() / 2));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.maxBlock().toMillis());
        settings.putAll(config.kafka());
        return settings;
    }

    Map<String, Object> consumerConfig() {
        Map<String, Object> settings = common(FOLLOWER);
        // What a crash could take back is no outcome.
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.name().toLowerCase(Locale.ROOT));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A topic made by accident would have the wrong number of partitions for life.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Positions are always set; one that is out of range means that the topic was made anew.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.putAll(config.kafka());
        return settings;
    }

    private Map<String, Object> common(String role) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "dungeon-ingest-" + role);
        // A broker that was away is found again within a second.
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }
}
