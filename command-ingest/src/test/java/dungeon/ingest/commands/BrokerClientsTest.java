package dungeon.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.config.IngestConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BrokerClientsTest {
    private static BrokerClients clients(Map<String, Object> settings) {
        return new BrokerClients(
                new Binder(new MapConfigurationPropertySource(settings))
                        .bindOrCreate("dungeon.ingest", IngestConfig.class),
                new SimpleMeterRegistry());
    }

    @Test
    void writesEachCommandOnceAndGivesUpInTime() {
        Map<String, Object> config = clients(Map.of()).producerConfig();

        assertThat(config)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", false)
                .containsEntry("max.in.flight.requests.per.connection", 1)
                .containsEntry("delivery.timeout.ms", 20_000)
                .containsEntry("max.block.ms", 5_000L)
                .doesNotContainKey("transactional.id");
        assertThat((Integer) config.get("request.timeout.ms")).isLessThan(20_000);
        // Kafka's own check of all that belongs together; nothing is connected yet.
        clients(Map.of("dungeon.ingest.bootstrapServers", "127.0.0.1:1"))
                .newProducer()
                .close(Duration.ZERO);
    }

    @Test
    void readsOnlyWhatIsCommittedAndMakesNoTopics() {
        assertThat(clients(Map.of()).consumerConfig())
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("allow.auto.create.topics", false)
                .doesNotContainKey("group.id");
    }

    @Test
    void passesFurtherSettingsOn() {
        BrokerClients clients = clients(Map.of("dungeon.ingest.kafka.security.protocol", "SSL"));

        assertThat(clients.producerConfig()).containsEntry("security.protocol", "SSL");
        assertThat(clients.consumerConfig()).containsEntry("security.protocol", "SSL");
    }
}
