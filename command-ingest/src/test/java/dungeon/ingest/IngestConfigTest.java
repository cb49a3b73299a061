package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.ingest.config.IngestConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class IngestConfigTest {
    private static IngestConfig bound(Map<String, Object> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("dungeon.ingest", IngestConfig.class);
    }

    @Test
    void hasADefaultForEverything() {
        IngestConfig config = bound(Map.of());

        assertThat(config.address().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.bootstrapServers()).isEqualTo("127.0.0.1:9092");
        assertThat(config.schemaRegistryUrl()).isEqualTo("http://127.0.0.1:8082/apis/ccompat/v7");
        assertThat(config.kafka()).isEmpty();
        assertThat(config.dataDir()).isEqualTo(Path.of(".dungeon/ingest"));
        assertThat(config.tokenLifetime()).isEqualTo(Duration.ofDays(30));
        assertThat(config.limits().bodySize()).isEqualTo(DataSize.ofBytes(1024 * 1024));
        assertThat(config.limits().commandsPerRequest()).isEqualTo(1000);
        assertThat(config.limits().outcomeWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.limits().waitMaximum()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.deliveryTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.maxBlock()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.practiceDuration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.practiceDurationMaximum()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void readsSettingsOfTheKafkaClients() {
        IngestConfig config = bound(Map.of(
                "dungeon.ingest.kafka.security.protocol", "SSL", "dungeon.ingest.bootstrap-servers", "kafka:9092"));

        assertThat(config.kafka()).isEqualTo(Map.of("security.protocol", "SSL"));
        assertThat(config.bootstrapServers()).isEqualTo("kafka:9092");
    }

    @Test
    void keepsSecretsOutOfItsText() {
        IngestConfig config = bound(Map.of(
                "dungeon.ingest.kafka.ssl.keystore.key", "MIIEvQ, the key",
                "dungeon.ingest.schema-registry-url", "http://me:s3cret@registry",
                "dungeon.ingest.port", "8081"));

        assertThat(config.kafka()).containsEntry("ssl.keystore.key", "MIIEvQ, the key");
        assertThat(config.toString()).contains("8081").doesNotContain("MIIEvQ", "s3cret");
    }

    /** The names that docs/settings.md has. */
    @Test
    void readsTheEnvironment() {
        SystemEnvironmentPropertySource environment = new SystemEnvironmentPropertySource(
                "a-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                        "DUNGEON_INGEST_BOOTSTRAPSERVERS", "kafka:9092",
                        "DUNGEON_INGEST_KAFKA_SASL_JAAS_CONFIG", "x",
                        "DUNGEON_INGEST_TRUSTEDPROXIES", "10.0.0.0/8,10.1.0.0/16",
                        "DUNGEON_INGEST_LIMITS_BODYSIZE", "2MB"));
        IngestConfig config = new Binder(ConfigurationPropertySources.from(environment))
                .bindOrCreate("dungeon.ingest", IngestConfig.class);

        assertThat(config.bootstrapServers()).isEqualTo("kafka:9092");
        assertThat(config.kafka()).isEqualTo(Map.of("sasl.jaas.config", "x"));
        assertThat(config.trustedProxies()).containsExactly("10.0.0.0/8", "10.1.0.0/16");
        assertThat(config.limits().bodySize()).isEqualTo(DataSize.ofMegabytes(2));
    }

    @Test
    void refusesValuesThatCannotWork() {
        assertThatThrownBy(() -> bound(Map.of("dungeon.ingest.port", 70_000)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessage("dungeon.ingest.port must be 0 to 65535, and is 70000");
        assertThatThrownBy(() -> bound(Map.of("dungeon.ingest.maxBlock", "0s")))
                .rootCause()
                .hasMessageStartingWith("dungeon.ingest.maxBlock must be longer than nothing");
        assertThatThrownBy(() -> bound(Map.of("dungeon.ingest.practiceDurationMaximum", "1m")))
                .rootCause()
                .hasMessageStartingWith("dungeon.ingest.practiceDurationMaximum must be practiceDuration or more");
    }
}
