package dungeon.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker's name that does not resolve is a broker that is not there yet, and no wrong setting. */
class BrokerNameTest {
    private static final String MISSING = "No broker answers at nowhere.invalid:9092: ";

    @TempDir
    Path folder;

    @Test
    void theTopologyWaitsForANameToResolve() {
        assertThatThrownBy(() -> new StartUpChecks(config(Map.of())).await())
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining(MISSING)
                .hasMessageContaining("No resolvable bootstrap urls");
    }

    @Test
    void thePreparationWaitsForANameToResolve() {
        assertThatThrownBy(() -> SetupMain.run(config(Map.of())))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining(MISSING)
                .hasMessageContaining("No resolvable bootstrap urls");
    }

    @Test
    void neitherWaitsForAWrongSettingToBecomeRight() {
        TopologyConfig wrong = config(Map.of("request.timeout.ms", "many", "start.timeout.ms", "60000"));
        assertThatThrownBy(() -> new StartUpChecks(wrong).await()).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> SetupMain.run(wrong)).isInstanceOf(ConfigException.class);
    }

    private TopologyConfig config(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(Map.of(
                TopologyConfig.BOOTSTRAP_SERVERS, "nowhere.invalid:9092",
                TopologyConfig.REGISTRY_URL, "http://127.0.0.1:1",
                TopologyConfig.STATE_DIR, folder.toString(),
                TopologyConfig.START_TIMEOUT_MS, "1"));
        texts.putAll(more);
        return TopologyConfig.from(texts);
    }
}
