package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log says of settings. */
class ReadableSettingsTest {
    @Test
    void hidesThePrivateKeyThatStandsInAFile(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(
                folder.resolve("tls.key"), "-----BEGIN %s-----\nMIIEvQ\n-----END %1$s-----\n".formatted("PRIVATE KEY"));
        TopologyConfig config = TopologyConfig.from(Map.of("ssl.keystore.key.file", key.toString()));
        Properties settings = StreamsSettings.of(config);

        assertThat(settings.getProperty("ssl.keystore.key")).contains("MIIEvQ");
        assertThat(ReadableSettings.of(settings)).containsEntry("ssl.keystore.key", "***");
        assertThat(ReadableSettings.of(settings).toString()).doesNotContain("MIIEvQ");
        assertThat(config.toString()).doesNotContain("MIIEvQ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sasl.jaas.config",
                "ssl.key.password",
                "sasl.oauthbearer.client.credentials.client.secret",
                "sasl.oauthbearer.assertion.private.key.passphrase",
                "basic.auth.user.info",
                "bearer.auth.token",
                "consumer.ssl.keystore.key",
                "main.consumer.sasl.jaas.config",
                "producer.ssl.keystore.key",
                "admin.ssl.keystore.key",
                "login.github.clientsecret",
                "topic.secret"
            })
    void hidesWhatIsOrMayBeASecret(String name) {
        assertThat(readable(name, "s3cret")).containsEntry(name, "***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security.protocol",
                "ssl.truststore.location",
                "sasl.mechanism",
                "max.retries",
                "consumer.fetch.max.bytes",
                "main.consumer.fetch.max.bytes",
                "producer.acks",
                "admin.retries"
            })
    void showsWhatKafkaOrTheRegistryKnowsToBeOpen(String name) {
        assertThat(readable(name, "value")).containsEntry(name, "value");
    }

    @Test
    void showsAllThatTheTopologySetsItself() {
        assertThat(ReadableSettings.of(StreamsSettings.of(
                        TopologyConfig.from(Map.of("replication.factor", "3", "group.instance.id", "a")))))
                .containsEntry("consumer.group.instance.id", "a")
                .containsEntry("topic.min.insync.replicas", "2")
                .doesNotContainValue("***");
    }

    @Test
    void hidesThePasswordInAnAddressOfTheRegistry() {
        TopologyConfig config =
                TopologyConfig.from(Map.of("schema.registry.url", "http://me:s3cret@a:1/x,https://me:s3c:@b"));
        assertThat(ReadableSettings.of(StreamsSettings.of(config)))
                .containsEntry("schema.registry.url", "http://***@a:1/x,https://***@b");
        assertThat(config.toString()).doesNotContain("s3c");
    }

    private static Map<String, String> readable(String name, String value) {
        Properties settings = new Properties();
        settings.put(name, value);
        return ReadableSettings.of(settings);
    }
}
