package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.app.StartUpException;
import dungeon.app.TopologyApplication;
import dungeon.app.TopologyConfig;
import dungeon.schemas.topics.TopicSetup;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the topology says of a cluster that it cannot work with. */
@Tag("broker")
class StartUpChecksTest {
    @TempDir
    Path folder;

    @Test
    void namesEverythingThatIsMissingOrWrong() throws Exception {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), FreePorts.one(), FreePorts.one()))) {
            assertThatThrownBy(() -> TopologyApplication.start(config(broker)))
                    .isInstanceOf(StartUpException.class)
                    .hasMessageContaining("The topic dungeon.commands.v1 does not exist")
                    .hasMessageContaining("No schema registry answers at http://127.0.0.1:1");

            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                TopicSetup.createMissing(admin, 3, (short) 1);
            }
            assertThatThrownBy(() -> TopologyApplication.start(config(broker)))
                    .isInstanceOf(StartUpException.class)
                    .hasMessageContaining("The topic dungeon.commands.v1 has 3 partitions, not 12")
                    .hasMessageContaining("The topic lobby.events.v1 has 3 partitions, not 12");
        }
    }

    private TopologyConfig config(EmbeddedBroker broker) {
        return TopologyConfig.from(Map.of(
                TopologyConfig.BOOTSTRAP_SERVERS,
                broker.bootstrapServers(),
                TopologyConfig.REGISTRY_URL,
                "http://127.0.0.1:1",
                TopologyConfig.STATE_DIR,
                folder.resolve("topology").toString(),
                TopologyConfig.START_TIMEOUT_MS,
                "1"));
    }
}
