package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.streams.StoreFactory;
import dungeon.schemas.topics.GamesTopics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class TopologyConfigTest {
    @Test
    void gamesOnTopicsOfALaterVersionHaveAnApplicationOfTheirOwn() {
        GamesTopics later = new GamesTopics(2, 24);
        TopologyConfig.requireApart(Contexts.named(List.of("robots")), later);
        TopologyConfig.requireApart(Contexts.named(List.of("lobby", "identity")), later);
        TopologyConfig.requireApart(Contexts.TOGETHER, new GamesTopics(1, 48));
        assertThatThrownBy(() -> TopologyConfig.requireApart(Contexts.TOGETHER, later))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("contexts must be robots alone");
    }

    @Test
    void hasADefaultForEverything() {
        assertThat(TopologyConfig.from(Map.of()))
                .isEqualTo(new TopologyConfig(
                        "127.0.0.1:9092",
                        "http://127.0.0.1:8082/apis/ccompat/v7",
                        URI.create("http://127.0.0.1:8080/.well-known/jwks.json"),
                        URI.create("http://127.0.0.1:8080/auth/services/"),
                        Path.of(".dungeon/ingest/administrator.token"),
                        Contexts.TOGETHER,
                        "dungeon-topology",
                        Path.of(".dungeon/topology"),
                        12,
                        1,
                        1,
                        0,
                        StoreFactory.IN_MEMORY,
                        "",
                        Duration.ofMillis(25),
                        Duration.ofMillis(10),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(6),
                        1,
                        Duration.ofMinutes(2),
                        64 * 1024 * 1024,
                        "127.0.0.1",
                        9404,
                        Map.of()));
    }

    @Test
    void readsEveryKey() {
        TopologyConfig config = TopologyConfig.from(Map.ofEntries(
                Map.entry("bootstrap.servers", "a:1"),
                Map.entry("schema.registry.url", "http://b"),
                Map.entry("key.set.url", "http://c"),
                Map.entry("service.token.url", "http://g/"),
                Map.entry("administrator.token.file", "h"),
                Map.entry("contexts", "lobby"),
                Map.entry("application.id", "d"),
                Map.entry("state.dir", "e"),
                Map.entry("topic.partitions", "2"),
                Map.entry("replication.factor", "3"),
                Map.entry("num.stream.threads", "4"),
                Map.entry("num.standby.replicas", "5"),
                Map.entry("stores", "RocksDB"),
                Map.entry("group.instance.id", "f"),
                Map.entry("commit.interval.ms", "6"),
                Map.entry("tick.check.ms", "7"),
                Map.entry("work.slice.ms", "10"),
                Map.entry("session.timeout.ms", "8"),
                Map.entry("write.version", "1"),
                Map.entry("start.timeout.ms", "9"),
                Map.entry("rocksdb.memory.bytes", "9000000"),
                Map.entry("http.host", "0.0.0.0"),
                Map.entry("http.port", "11"),
                Map.entry("security.protocol", "SSL")));
        assertThat(config)
                .isEqualTo(new TopologyConfig(
                        "a:1",
                        "http://b",
                        URI.create("http://c"),
                        URI.create("http://g/"),
                        Path.of("h"),
                        List.of(Contexts.LOBBY),
                        "d",
                        Path.of("e"),
                        2,
                        3,
                        4,
                        5,
                        StoreFactory.ROCKS_DB,
                        "f",
                        Duration.ofMillis(6),
                        Duration.ofMillis(7),
                        Duration.ofMillis(10),
                        Duration.ofMillis(8),
                        1,
                        Duration.ofMillis(9),
                        9_000_000,
                        "0.0.0.0",
                        11,
                        Map.of("security.protocol", "SSL")));
        assertThat(config.clientConfig())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "a:1",
                        "schema.registry.url", "http://b",
                        "security.protocol", "SSL",
                        "max.retries", "2",
                        "retries.wait.ms", "300",
                        "http.read.timeout.ms", "2000"));
    }

    @Test
    void namesTheKeyOfAValueThatIsNoNumber() {
        assertThatThrownBy(() -> TopologyConfig.from(Map.of("num.stream.threads", "many")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Invalid value many for configuration num.stream.threads: Not a number of type INT");
    }

    @Test
    void refusesAWriteVersionThatThisBuildDoesNotKnow() {
        assertThatThrownBy(() -> TopologyConfig.from(Map.of("write.version", "99")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("Invalid value 99 for configuration write.version");
    }

    @Test
    void namesTheKindsOfStoresThatThereAre() {
        assertThatThrownBy(() -> TopologyConfig.from(Map.of("stores", "paper")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("Invalid value paper for configuration stores: ")
                .hasMessageContainingAll("ROCKSDB", "IN-MEMORY");
    }

    @Test
    void anApplicationOfSomeContextsHasAnIdOfItsOwn() {
        assertThat(TopologyConfig.from(Map.of("contexts", " lobby ,identity,robots ")))
                .returns("dungeon-topology", TopologyConfig::applicationId)
                .returns(Contexts.TOGETHER, TopologyConfig::contexts);
        assertThat(TopologyConfig.from(Map.of("contexts", "lobby")))
                .returns("dungeon-lobby", TopologyConfig::applicationId)
                .returns(List.of(Contexts.LOBBY), TopologyConfig::contexts);
        assertThat(TopologyConfig.from(Map.of("contexts", "robots")))
                .returns("dungeon-robots", TopologyConfig::applicationId)
                .returns(List.of(Contexts.ROBOTS), TopologyConfig::contexts);
        assertThat(TopologyConfig.from(Map.of("contexts", "lobby", "application.id", "mine")))
                .returns("mine", TopologyConfig::applicationId);
    }

    @Test
    void namesTheContextsThatThereAre() {
        assertThatThrownBy(() -> TopologyConfig.from(Map.of("contexts", "lobby, chess")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The contexts are [robots, lobby, identity, tictactoe], and not [lobby, chess]");
        assertThatThrownBy(() -> Contexts.named(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The contexts are [robots, lobby, identity, tictactoe], and not []");
    }

    @Test
    void knowsWhichApplicationsWriteCommands() {
        assertThat(TopologyConfig.from(Map.of("application.id", "mine")).writers())
                .containsExactly("mine");
        assertThat(TopologyConfig.from(Map.of("contexts", "lobby")).writers())
                .containsExactly(
                        "dungeon-identity", "dungeon-lobby", "dungeon-robots", "dungeon-tictactoe", "dungeon-topology");
    }

    /** An alert that nobody decides games of robots must not be silenced by another game. */
    @Test
    void aGameOfItsOwnHasANameOfItsOwn() {
        assertThat(TopologyConfig.from(Map.of()).serviceName()).isEqualTo("dungeon-topology");
        assertThat(TopologyConfig.from(Map.of("contexts", "robots")).serviceName())
                .isEqualTo("dungeon-topology");
        assertThat(TopologyConfig.from(Map.of("contexts", "tictactoe")).serviceName())
                .isEqualTo("dungeon-tictactoe");
    }
}
