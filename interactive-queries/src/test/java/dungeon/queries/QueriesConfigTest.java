package dungeon.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.queries.config.QueriesConfig;
import dungeon.queries.config.QueriesLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesConfigTest {
    @Test
    void everythingHasADefault() {
        assertThat(QueriesConfig.from(Map.of()))
                .isEqualTo(new QueriesConfig(
                        "127.0.0.1:9092",
                        "http://127.0.0.1:8082/apis/ccompat/v7",
                        "127.0.0.1",
                        8081,
                        "*",
                        "",
                        new QueriesLimits(
                                6_000, 30_000, 134_217_728, 2_000, 1_000, 50, 200, 2_000, 200, 20_000, 10_000, 2),
                        Path.of(".dungeon/interactive-queries"),
                        2,
                        1,
                        -1,
                        "",
                        6_000,
                        500,
                        33_554_432,
                        List.of(),
                        List.of("127.0.0.1", "::1"),
                        "http://127.0.0.1:8080/.well-known/jwks.json",
                        "http://127.0.0.1:8080",
                        "",
                        "",
                        2_592_000_000L,
                        Map.of(),
                        Map.of()));
    }

    @Test
    void everythingCanBeSet() {
        QueriesConfig config = QueriesConfig.from(Map.ofEntries(
                Map.entry("bootstrap.servers", "broker:1"),
                Map.entry("schema.registry.url", "http://registry"),
                Map.entry("http.host", "0.0.0.0"),
                Map.entry("http.port", "2"),
                Map.entry("http.allowed.origins", "https://a"),
                Map.entry("http.connections.maximum", "22"),
                Map.entry("http.idle.ms", "230"),
                Map.entry("application.server", "me:3"),
                Map.entry("state.dir", "/state"),
                Map.entry("num.stream.threads", "4"),
                Map.entry("num.standby.replicas", "5"),
                Map.entry("replication.factor", "6"),
                Map.entry("group.instance.id", "pod-7"),
                Map.entry("session.timeout.ms", "8000"),
                Map.entry("commit.interval.ms", "90"),
                Map.entry("statestore.cache.max.bytes", "10"),
                Map.entry("rocksdb.memory.bytes", "11000000"),
                Map.entry("at.least.timeout.ms", "12"),
                Map.entry("forward.timeout.ms", "13"),
                Map.entry("page.size", "14"),
                Map.entry("page.size.maximum", "15"),
                Map.entry("event.streams.maximum", "16"),
                Map.entry("event.streams.per.address.maximum", "17"),
                Map.entry("event.stream.stall.ms", "18"),
                Map.entry("trusted.proxies", "10.0.0.0/8, 192.168.1.19"),
                Map.entry("own.programs", "10.0.0.20"),
                Map.entry("heartbeat.ms", "21"),
                Map.entry("log.downloads.maximum", "23"),
                Map.entry("key.set.url", "http://keys"),
                Map.entry("ingest.url", "http://ingest"),
                Map.entry("history.url", "http://history"),
                Map.entry("analytics.url", "http://analytics"),
                Map.entry("ended.games.kept.ms", "24"),
                Map.entry("log.reader.sasl.mechanism", "PLAIN"),
                Map.entry("security.protocol", "SSL")));

        assertThat(config)
                .isEqualTo(new QueriesConfig(
                        "broker:1",
                        "http://registry",
                        "0.0.0.0",
                        2,
                        "https://a",
                        "me:3",
                        new QueriesLimits(22, 230, 11_000_000, 12, 13, 14, 15, 16, 17, 18, 21, 23),
                        Path.of("/state"),
                        4,
                        5,
                        6,
                        "pod-7",
                        8_000,
                        90,
                        10,
                        List.of("10.0.0.0/8", "192.168.1.19"),
                        List.of("10.0.0.20"),
                        "http://keys",
                        "http://ingest",
                        "http://history",
                        "http://analytics",
                        24,
                        Map.of("sasl.mechanism", "PLAIN"),
                        Map.of("security.protocol", "SSL")));
        assertThat(config.logReaderSettings())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("sasl.mechanism", "PLAIN");
        assertThat(config.clientSettings())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "broker:1",
                        "schema.registry.url", "http://registry",
                        "security.protocol", "SSL"));
    }

    @ParameterizedTest
    @CsvSource({
        "http.port,65536",
        "http.port,many",
        "num.stream.threads,0",
        "forward.timeout.ms,0",
        "heartbeat.ms,60000"
    })
    void refusesWhatCannotBeRight(String name, String value) {
        assertThatThrownBy(() -> QueriesConfig.from(Map.of(name, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("Invalid value %s for configuration %s: ".formatted(value, name));
    }
}
