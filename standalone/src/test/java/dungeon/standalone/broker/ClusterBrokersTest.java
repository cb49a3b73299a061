package dungeon.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The brokers of a cluster keep what the three of one machine keep. */
class ClusterBrokersTest {
    private static final Path CLUSTER = Path.of("..", "k8s", "kafka", "cluster.yaml");

    @Test
    void settingsThatBothNameAreEqual() throws IOException {
        Map<String, String> oneMachine = new BrokerConfig(
                        Path.of("unused"), 1, 1, new TreeMap<>(Map.of(1, 2, 2, 3, 3, 4)), "unused", Optional.empty())
                .kafkaSettings();
        Map<String, String> cluster = new TreeMap<>();
        for (Map.Entry<?, ?> setting : config().entrySet()) {
            cluster.put(setting.getKey().toString(), setting.getValue().toString());
        }
        // Those of whoever lets strangers in; StrimziFilesTest looks at them.
        cluster.keySet().removeAll(Set.of("principal.builder.class", "allow.everyone.if.no.acl.found"));
        Map<String, String> expected = new TreeMap<>(oneMachine);
        expected.keySet().retainAll(cluster.keySet());
        assertThat(cluster).isEqualTo(expected).hasSizeGreaterThan(10);
    }

    /** What is left to Kafka or to Strimzi in a cluster, and is for the size of one machine. */
    @Test
    void whatTheClusterLeavesOutIsForOneMachineOnly() throws IOException {
        Map<String, String> oneMachine = new BrokerConfig(
                        Path.of("unused"), 1, 1, new TreeMap<>(Map.of(1, 2, 2, 3, 3, 4)), "unused", Optional.empty())
                .kafkaSettings();
        oneMachine.keySet().removeAll(config().keySet());
        assertThat(oneMachine.keySet())
                .containsExactlyInAnyOrder(
                        // Strimzi's own.
                        "process.roles",
                        "node.id",
                        "log.dirs",
                        "listeners",
                        "advertised.listeners",
                        "listener.security.protocol.map",
                        "inter.broker.listener.name",
                        "controller.listener.names",
                        "controller.quorum.voters",
                        // So that one machine starts quickly with little.
                        "offsets.topic.num.partitions",
                        "transaction.state.log.num.partitions",
                        "share.coordinator.state.topic.num.partitions",
                        "group.initial.rebalance.delay.ms",
                        "broker.session.timeout.ms",
                        "broker.heartbeat.interval.ms",
                        "log.cleaner.dedupe.buffer.size",
                        "num.network.threads",
                        "num.io.threads",
                        "background.threads",
                        "group.coordinator.threads",
                        "share.coordinator.threads",
                        "num.recovery.threads.per.data.dir");
    }

    private static Map<?, ?> config() throws IOException {
        Object resource = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(CLUSTER));
        Object spec = ((Map<?, ?>) resource).get("spec");
        Object kafka = ((Map<?, ?>) spec).get("kafka");
        return (Map<?, ?>) ((Map<?, ?>) kafka).get("config");
    }
}
