package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConfigTest {
    @Test
    void hasADefaultForAllButTheAddress() {
        assertThat(RegistryConfig.from(Map.of("schema.registry.url", "http://a:1")))
                .isEqualTo(new RegistryConfig(List.of(URI.create("http://a:1")), true, null, 3, 1000, 2000, 3000));
    }

    @Test
    void readsConfluentsKeys() {
        Map<String, String> config = Map.of(
                "schema.registry.url", "http://a:1/base/, https://b",
                "auto.register.schemas", "false",
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "u:p",
                "max.retries", "0",
                "retries.wait.ms", "1",
                "http.connect.timeout.ms", "2",
                "http.read.timeout.ms", "3");
        assertThat(RegistryConfig.from(config))
                .isEqualTo(new RegistryConfig(
                        List.of(URI.create("http://a:1/base"), URI.create("https://b")),
                        false,
                        "Basic dTpw",
                        0,
                        1,
                        2,
                        3));
    }

    @Test
    void waitsShorterInAllThanTheBrokerWaitsForATransaction() {
        RegistryConfig config = RegistryConfig.from(Map.of("schema.registry.url", "http://a"));
        long longestMs = (config.retries() + 1) * config.readTimeoutMs() + config.retries() * config.retryWaitMs();
        assertThat(longestMs).isLessThan(30_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "localhost:8081", "ftp://a", "http://", "http://a b", "http://a,,http://b", "/path"})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> RegistryConfig.from(Map.of("schema.registry.url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void refusesAMissingAddress() {
        assertThatThrownBy(() -> RegistryConfig.from(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url is not set");
    }

    @Test
    void doesNotShowThePasswordOfABadAddress() {
        assertThatThrownBy(() -> RegistryConfig.from(Map.of("schema.registry.url", "http://ann:s3cret@a b")))
                .message()
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "max.retries, -1",
        "max.retries, many",
        "retries.wait.ms, 1.5",
        "http.read.timeout.ms, 99999999999",
        "basic.auth.credentials.source, SASL_INHERIT",
        "basic.auth.credentials.source, USER_INFO"
    })
    void refusesValuesThatMakeNoSense(String key, String value) {
        Map<String, String> config = new HashMap<>(Map.of("schema.registry.url", "http://a"));
        config.put(key, value);
        assertThatThrownBy(() -> RegistryConfig.from(config)).isInstanceOf(ConfigException.class);
    }
}
